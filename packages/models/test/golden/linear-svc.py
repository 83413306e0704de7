"""Writes linear-svc.json: what scikit-learn's LinearSVC fits to small problems, run until it converges.

Run: /usr/bin/python3 linear-svc.py && npx biome format --write linear-svc.json (scikit-learn 1.2.1, numpy 1.24.2 of Debian 12)
"""
import base64
import itertools
import json
import pathlib
import platform
import warnings

import numpy
import sklearn
from sklearn.preprocessing import StandardScaler
from sklearn.svm import LinearSVC

SAMPLES, FEATURES, CLASSES = 90, 21, 3
LABELS = [3, 7, 40]


def problem():
    """Bytes in overlapping classes, made by integer arithmetic."""
    state, x, y = 12345, [], []
    for sample in range(SAMPLES):
        code = sample % CLASSES
        for feature in range(FEATURES):
            state = (state * 1664525 + 1013904223) % 2**32
            level = 60 + 30 * ((feature * (code + 2) + code) % 5)
            x.append(min(255, level + (state >> 24) // 2))
        y.append(LABELS[code])
    return numpy.array(x, numpy.uint8).reshape(SAMPLES, FEATURES), numpy.array(y)


X, y = problem()
scaler = StandardScaler().fit(X.astype(float))
Z = scaler.transform(X.astype(float))
weights = numpy.array([i % 4 for i in range(SAMPLES)], float)

CASES = [
    ('the hinge loss', dict(loss='hinge'), None, 3),
    ('a weak penalty', dict(loss='hinge', C=10), None, 3),
    ('the squared hinge loss in the dual', dict(C=0.1), None, 3),
    ('the squared hinge loss in the primal', dict(C=0.1, dual=False), None, 3),
    ('the squared hinge loss with a weak penalty', dict(C=10), None, 3),
    ('a penalty of absolute values', dict(penalty='l1', dual=False, C=0.05), None, 3),
    ('a weak penalty of absolute values', dict(penalty='l1', dual=False), None, 3),
    ('all classes at once', dict(multi_class='crammer_singer'), None, 3),
    ('all classes at once, with a strong penalty', dict(multi_class='crammer_singer', C=0.01), None, 3),
    ('two classes', dict(loss='hinge'), None, 2),
    ('two classes and the squared loss', dict(), None, 2),
    ('two classes at once', dict(multi_class='crammer_singer'), None, 2),
    ('two classes and a penalty of absolute values', dict(penalty='l1', dual=False), None, 2),
    ('no intercept', dict(loss='hinge', fit_intercept=False), None, 3),
    ('no intercept and a penalty of absolute values', dict(penalty='l1', dual=False, fit_intercept=False), None, 3),
    ('an intercept that is hardly penalised', dict(loss='hinge', intercept_scaling=10), None, 3),
    ('absolute values and an intercept that is hardly penalised', dict(penalty='l1', dual=False, C=0.1, intercept_scaling=10), None, 3),
    ('weights of classes', dict(loss='hinge', C=0.1, class_weight={3: 5, 40: 0.5}), None, 3),
    ('weights of two classes', dict(C=0.01, class_weight={3: 5, 7: 0.5}), None, 2),
    ('weights of classes at once', dict(multi_class='crammer_singer', C=0.1, class_weight={3: 5, 40: 0.5}), None, 3),
    ('weights of samples', dict(loss='hinge', C=0.1), 'mod4', 3),
    ('weights of samples at once', dict(multi_class='crammer_singer', C=0.1), 'mod4', 3),
    ('weights of samples and absolute values', dict(penalty='l1', dual=False, C=0.1), 'mod4', 3),
    ('balanced classes', dict(C=0.01, class_weight='balanced'), None, 'unbalanced'),
]

NAMES = dict(fit_intercept='fitIntercept', intercept_scaling='interceptScaling', class_weight='classWeight', multi_class='multiClass')
WORDS = dict(crammer_singer='crammerSinger', squared_hinge='squaredHinge')


def camel(params):
    return {NAMES.get(name, name): WORDS.get(value, value) if isinstance(value, str) else value for name, value in params.items()}


def rows_of(which):
    if which == 'unbalanced':
        return numpy.flatnonzero((y != LABELS[2]) | (numpy.arange(SAMPLES) % 2 == 0))
    return numpy.flatnonzero(numpy.isin(y, LABELS[:which]))


def fit(name, params, weighting, which):
    rows = rows_of(which)
    sample_weight = weights[rows] if weighting else None
    model = LinearSVC(**params, tol=1e-9, max_iter=20_000_000, random_state=0)
    model.fit(Z[rows], y[rows], sample_weight=sample_weight)
    return dict(
        name=name,
        options=camel(params),
        rows=rows.tolist(),
        isWeighted=weighting is not None,
        coef=numpy.round(model.coef_, 7).ravel().tolist(),
        intercept=numpy.broadcast_to(numpy.round(model.intercept_, 7), len(model.coef_)).tolist(),
        predictions=model.predict(Z[rows]).tolist(),
    )


def validity():
    table = []
    for penalty, loss, dual, multi_class in itertools.product(
        ['l1', 'l2'], ['hinge', 'squared_hinge'], [True, False], ['ovr', 'crammer_singer']
    ):
        params = dict(penalty=penalty, loss=loss, dual=dual, multi_class=multi_class)
        try:
            LinearSVC(**params, max_iter=10).fit(Z, y)
            valid = True
        except ValueError:
            valid = False
        table.append(dict(options=camel(params), valid=valid))
    return table


warnings.simplefilter('ignore', sklearn.exceptions.ConvergenceWarning)
document = dict(
    versions=dict(python=platform.python_version(), numpy=numpy.__version__, sklearn=sklearn.__version__),
    data=base64.b64encode(X.tobytes()).decode(),
    shape=list(X.shape),
    labels=y.tolist(),
    mean=scaler.mean_.tolist(),
    scale=scaler.scale_.tolist(),
    sampleWeight=weights.tolist(),
    validity=validity(),
    cases=[fit(*case) for case in CASES],
)
target = pathlib.Path(__file__).with_suffix('.json')
target.write_text(json.dumps(document, separators=(',', ':')) + '\n')
