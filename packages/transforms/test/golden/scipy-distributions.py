"""Writes scipy-distributions.json: logarithms, quantiles and distribution functions. Debian: python3-scipy 1.10.1.

    python3 packages/transforms/test/golden/scipy-distributions.py > packages/transforms/test/golden/scipy-distributions.json
"""
import json
import math

import scipy
from scipy import stats

WORDS = [0, 1, 1000, 10**6, 10**7, 322122547, 322122548, 10**9, 2**31 - 1, 2**31, 3 * 10**9, 4 * 10**9, 2**32 - 1]
LOGS = [1e-308, 1e-10, 2**-33, 0.1, 0.5, 0.7071, 0.70711, 0.99, 1 - 2**-32, 1.0, 1.5, 2.0, 1e10]
EXPONENTS = [0.0, -1e-9, -0.3, -0.35, -1.0, -5.5, -22.9, -100.0, -700.0]
ALPHAS = [0.1, 0.2, 0.4, 0.5, 1.0, 1.5, 2.0, 8.0, 100.0]
PLACES = [0.001, 0.01, 0.1, 0.25, 0.4, 0.45, 0.5, 0.6, 0.75, 0.95, 0.999]


def quantile(word):
    """From the nearer tail, where no digits are lost."""
    if word >= 2**31:
        return -quantile(2**32 - 1 - word)
    return float(stats.norm.ppf((word + 0.5) / 2**32))


def beta(alpha):
    distribution = stats.beta(alpha, alpha)
    fourth = distribution.expect(lambda x: (x - 0.5) ** 4) if alpha >= 1 else None
    variance = 1 / (4 * (2 * alpha + 1))
    kurtosis = 3 - 6 / (2 * alpha + 3)
    if fourth is not None:
        assert abs(fourth / (kurtosis * variance**2) - 1) < 1e-6
    return {
        "alpha": alpha,
        "variance": variance,
        "deviationOfSquares": variance * math.sqrt(kurtosis - 1),
        "distribution": [{"x": x, "probability": float(distribution.cdf(x))} for x in PLACES],
    }


print(
    json.dumps(
        {
            "version": scipy.__version__,
            "log": [{"x": x, "value": math.log(x)} for x in LOGS],
            "exp": [{"x": x, "value": math.exp(x)} for x in EXPONENTS],
            "normalQuantiles": [{"word": word, "value": quantile(word)} for word in WORDS],
            "beta": [beta(alpha) for alpha in ALPHAS],
        }
    )
)
