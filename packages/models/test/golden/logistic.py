"""Writes logistic.json: what scikit-learn's LogisticRegression fits to small problems.

Run: /usr/bin/python3 logistic.py, then biome check --write logistic.json (scikit-learn 1.2.1, numpy 1.24.2 of Debian 12)
"""
import base64
import json
import pathlib
import platform
import warnings

import numpy
import scipy
import sklearn
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import StandardScaler

SAMPLES, FEATURES, CLASSES = 150, 13, 4
LABELS = [-2, 3, 7, 40]


def problem():
    """Bytes in overlapping classes, made by integer arithmetic; one label in eleven is another one."""
    state, x, y = 2017, [], []
    for sample in range(SAMPLES):
        code = (sample * 7) % 5 % CLASSES
        for feature in range(FEATURES):
            state = (state * 1664525 + 1013904223) % 2**32
            level = 60 + 25 * ((feature * (code + 2) + code) % 4)
            x.append(min(255, level + (state >> 24) // 2))
        y.append(LABELS[(code + (sample % 11 == 0)) % CLASSES])
    return numpy.array(x, numpy.uint8).reshape(SAMPLES, FEATURES), numpy.array(y)


X, y = problem()
scaler = StandardScaler().fit(X.astype(float))
Z = scaler.transform(X.astype(float))
weights = numpy.array([i % 4 for i in range(SAMPLES)], float)

OVR, JOINT = dict(multi_class='ovr'), dict(multi_class='multinomial')
LIBLINEAR = dict(solver='liblinear')
L1, ELASTIC = dict(penalty='l1'), dict(penalty='elasticnet', solver='saga', l1_ratio=0.3)
CLASS_WEIGHT = dict(class_weight={-2: 3, 3: 0.5, 7: 2, 40: 1})

CASES = [
    ('all classes at once', dict(), None, 4),
    ('all classes at once, with a strong penalty', dict(C=0.01), None, 4),
    ('all classes at once, with a weak penalty', dict(C=100, max_iter=10000), None, 4),
    ('all classes at once, without a penalty', dict(penalty=None, max_iter=10000), None, 4),
    ('all classes at once, without an intercept', dict(fit_intercept=False), None, 4),
    ('each class against the rest', OVR, None, 4),
    ('each class against the rest, without a penalty', dict(OVR, penalty=None, max_iter=10000), None, 4),
    ('each class against the rest, without an intercept', dict(OVR, fit_intercept=False), None, 4),
    ('two classes', dict(), None, 2),
    ('two classes at once', JOINT, None, 2),
    ('newton-cg', dict(solver='newton-cg'), None, 4),
    ('newton-cg against the rest', dict(OVR, solver='newton-cg', C=10), None, 4),
    ('newton-cholesky', dict(solver='newton-cholesky'), None, 4),
    ('sag', dict(solver='sag', max_iter=10000), None, 4),
    ('saga against the rest', dict(OVR, solver='saga', max_iter=10000), None, 4),
    ('liblinear', LIBLINEAR, None, 4),
    ('liblinear with a weak penalty', dict(LIBLINEAR, C=100), None, 4),
    ('liblinear in the dual', dict(LIBLINEAR, C=0.1, dual=True, max_iter=10000), None, 4),
    ('liblinear without an intercept', dict(LIBLINEAR, fit_intercept=False), None, 4),
    ('liblinear and an intercept that is hardly penalised', dict(LIBLINEAR, intercept_scaling=10), None, 4),
    ('liblinear and two classes', LIBLINEAR, None, 2),
    ('liblinear and magnitudes', dict(LIBLINEAR, **L1), None, 4),
    ('liblinear and magnitudes with a strong penalty', dict(LIBLINEAR, C=0.1, **L1), None, 4),
    ('liblinear, magnitudes and an intercept that is hardly penalised', dict(LIBLINEAR, C=0.1, intercept_scaling=10, **L1), None, 4),
    ('liblinear, magnitudes and two classes', dict(LIBLINEAR, C=0.5, **L1), None, 2),
    ('magnitudes of all classes at once', dict(L1, solver='saga', C=0.2, max_iter=10000), None, 4),
    ('magnitudes against the rest', dict(**L1, **OVR, solver='saga', C=0.2, max_iter=10000), None, 4),
    ('magnitudes of two classes at once', dict(**L1, **JOINT, solver='saga', C=0.2, max_iter=10000), None, 2),
    ('both penalties of all classes at once', dict(ELASTIC, C=0.2, max_iter=10000), None, 4),
    ('both penalties against the rest', dict(**ELASTIC, **OVR, C=0.2, max_iter=10000), None, 4),
    ('weights of classes', CLASS_WEIGHT, None, 4),
    ('weights of classes against the rest', dict(CLASS_WEIGHT, **OVR), None, 4),
    ('weights of classes in liblinear', dict(CLASS_WEIGHT, **LIBLINEAR), None, 4),
    ('weights of two classes in liblinear', dict(class_weight={-2: 3, 3: 0.5}, **LIBLINEAR), None, 2),
    ('balanced classes', dict(class_weight='balanced'), None, 4),
    ('balanced classes against the rest', dict(OVR, class_weight='balanced'), None, 4),
    ('balanced classes in liblinear', dict(LIBLINEAR, class_weight='balanced'), None, 4),
    ('balanced two classes', dict(class_weight='balanced'), None, 2),
    ('weights of samples', dict(), 'mod4', 4),
    ('weights of samples and classes against the rest', dict(OVR, class_weight='balanced'), 'mod4', 4),
    ('weights of samples in newton-cholesky', dict(solver='newton-cholesky'), 'mod4', 4),
    ('weights of samples in liblinear', LIBLINEAR, 'mod4', 4),
]
EARLY_CASES = [
    ('all classes at once', dict(max_iter=4), None, 4),
    ('each class against the rest', dict(OVR, max_iter=4), None, 4),
]
TIGHT = dict(tol=1e-8)


def camel(name):
    first, *rest = name.split('_')
    return first + ''.join(word.capitalize() for word in rest)


def case(name, options, weighted, classes, **tolerance):
    rows = numpy.flatnonzero(numpy.isin(y, LABELS[:classes]))
    with warnings.catch_warnings():
        warnings.simplefilter('ignore')
        model = LogisticRegression(random_state=0, **options, **tolerance)
        model.fit(Z[rows], y[rows], weights[rows] if weighted else None)
    ours = {camel(key): value for key, value in options.items()}
    if ours.get('penalty') == 'elasticnet':
        ours['penalty'] = 'elasticnet'
    return {
        'name': name,
        'options': ours,
        'weighted': weighted is not None,
        'classes': classes,
        'isUnique': not (options.get('penalty') == 'l1' and model.n_iter_.size == 1 and classes > 2),
        'coef': [round(value, 6) for value in model.coef_.ravel()],
        'intercept': [round(value, 6) for value in numpy.broadcast_to(model.intercept_, len(model.coef_))],
        'nIter': model.n_iter_.tolist(),
        'probabilities': model.predict_proba(Z[rows[:3]]).ravel().tolist(),
        'decisions': model.decision_function(Z[rows[:3]]).ravel().tolist(),
    }


document = {
    'versions': {
        'python': platform.python_version(),
        'numpy': numpy.__version__,
        'scipy': scipy.__version__,
        'scikit-learn': sklearn.__version__,
    },
    'shape': [SAMPLES, FEATURES],
    'data': base64.b64encode(X.tobytes()).decode(),
    'labels': y.tolist(),
    'mean': scaler.mean_.tolist(),
    'scale': scaler.scale_.tolist(),
    'weights': weights.astype(int).tolist(),
    'cases': [case(*one, **TIGHT) for one in CASES],
    'early': [case(*one) for one in EARLY_CASES],
}
target = pathlib.Path(__file__).with_suffix('.json')
target.write_text(json.dumps(document, indent=1) + '\n')
print(target, target.stat().st_size, 'bytes')
for one in document['cases'] + document['early']:
    print(one['name'], one['nIter'], round(numpy.abs(one['coef']).max(), 3), sum(value == 0 for value in one['coef']))
