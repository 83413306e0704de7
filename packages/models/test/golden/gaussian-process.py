"""What scikit-learn's GaussianProcessClassifier learns. Run: /usr/bin/python3 gaussian-process.py; writes the JSON beside it."""
import json
import pathlib
import warnings

import numpy
import scipy
import sklearn
from sklearn.gaussian_process import GaussianProcessClassifier
from sklearn.gaussian_process.kernels import RBF, ConstantKernel

warnings.filterwarnings("ignore")

SAMPLES, QUERIES = 60, 12


def problem(class_count, feature_count):
    """Quarters, which float32 holds exactly, around one centre per class."""
    state = 20171123 + class_count
    rows, labels = [], []
    for sample in range(SAMPLES + QUERIES):
        label = sample * 5 % class_count
        row = []
        for feature in range(feature_count):
            state = (state * 1103515245 + 12345) % 2**31
            row.append((state >> 16) % 17 / 4 + 1.5 * ((label + feature) % class_count) - 3)
        rows.append(row)
        labels.append(label)
    return {"samples": rows[:SAMPLES], "labels": labels[:SAMPLES], "queries": rows[SAMPLES:]}


CASES = [
    (2, {}),
    (3, {}),
    (3, {"multiClass": "oneVsOne"}),
    (3, {"kernel": {"constant": 2.5, "lengthScale": 1.75, "optimise": False}}),
    (2, {"kernel": {"constant": 4, "lengthScale": 0.5, "optimise": False}, "maxIterPredict": 2}),
    (2, {"kernel": {"constant": 1, "lengthScale": 1, "optimise": True}}),
    (3, {"kernel": {"constant": 1, "lengthScale": 1, "optimise": True}}),
]
MULTI_CLASS = {"oneVsRest": "one_vs_rest", "oneVsOne": "one_vs_one"}


def kernel_of(options):
    kernel = options.get("kernel")
    return kernel and ConstantKernel(kernel["constant"]) * RBF(kernel["lengthScale"])


def solve(class_count, options, data):
    given = options.get("kernel") or {"optimise": False}
    model = GaussianProcessClassifier(
        kernel=kernel_of(options),
        optimizer="fmin_l_bfgs_b" if given["optimise"] else None,
        max_iter_predict=options.get("maxIterPredict", 100),
        multi_class=MULTI_CLASS[options.get("multiClass", "oneVsRest")],
    ).fit(data["samples"], data["labels"])
    has_pairs = class_count > 2 and options.get("multiClass") == "oneVsOne"
    base = model.base_estimator_
    kernels = [m.kernel_ for m in (base.estimators_ if class_count > 2 else [base])]
    return {
        "classCount": class_count,
        "options": options,
        "logMarginalLikelihood": model.log_marginal_likelihood_value_,
        "kernels": [{"constant": k.k1.constant_value, "lengthScale": k.k2.length_scale} for k in kernels],
        "predictions": model.predict(data["queries"]).tolist(),
        "probabilities": None if has_pairs else model.predict_proba(data["queries"]).ravel().tolist(),
    }


def gradient(data):
    kernel = ConstantKernel(2.0) * RBF(0.75)
    model = GaussianProcessClassifier(kernel=kernel, optimizer=None).fit(data["samples"], data["labels"])
    value, slopes = model.log_marginal_likelihood(kernel.theta, eval_gradient=True)
    return {"constant": 2.0, "lengthScale": 0.75, "value": value, "gradient": slopes.tolist()}


problems = {"2": problem(2, 2), "3": problem(3, 5)}
golden = {
    "versions": {m.__name__: m.__version__ for m in (sklearn, numpy, scipy)},
    "problems": problems,
    "cases": [solve(count, options, problems[str(count)]) for count, options in CASES],
    "likelihood": gradient(problems["2"]),
}
path = pathlib.Path(__file__).with_suffix(".json")
path.write_text(json.dumps(golden, separators=(",", ":")) + "\n")
print(path.stat().st_size, [(c["logMarginalLikelihood"], c["kernels"], c["predictions"]) for c in golden["cases"]])
