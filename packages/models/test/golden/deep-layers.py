"""Writes deep-layers.json: what PyTorch, SciPy and the papers' formulas say about small layers.

Run: /usr/bin/python3 deep-layers.py
"""

import json
import pathlib

import numpy as np
import scipy
import scipy.special
import torch
from torch.nn import functional

rng = np.random.RandomState(20171130)


def draw(*shape, scale=1.0):
    """Multiples of 1/64, which float32 and JSON hold exactly."""
    return np.round(rng.normal(0, scale, shape) * 64) / 64


def tensor(array):
    return torch.tensor(array, dtype=torch.float64, requires_grad=True)


def saved(array):
    array = np.asarray(array.detach() if isinstance(array, torch.Tensor) else array)
    return {"shape": list(array.shape), "data": [float(f"{value:.9g}") for value in array.ravel()]}


def case(name, document, x, parameters, compute, statistics=()):
    """`compute` takes tensors in our layouts; gradients are those of the sum of all answers times weights."""
    inputs = tensor(x)
    tensors = {key: tensor(value) for key, value in parameters.items()}
    y, followed = compute(inputs, tensors)
    weights = draw(*y.shape)
    (y * torch.tensor(weights)).sum().backward()
    learned = [key for key in parameters if key not in statistics]
    return {
        "name": name,
        "layer": document,
        "x": saved(x),
        "parameters": {key: saved(value) for key, value in parameters.items()},
        "y": saved(y),
        "weights": saved(weights),
        "gradients": {"x": saved(inputs.grad), **{key: saved(tensors[key].grad) for key in learned}},
        "followed": {key: saved(value) for key, value in followed.items()},
    }


def channels_first(x):
    return x.permute(0, 3, 1, 2)


def channels_last(x):
    return x.permute(0, 2, 3, 1)


def convolved(x, kernel, bias, **options):
    y = functional.conv2d(channels_first(x), kernel.permute(3, 2, 0, 1), bias, **options)
    return channels_last(y)


def convolution_case(name, options, shape, kernel, **torch_options):
    document = {"kind": "convolution", "options": options}
    parameters = {"kernel": draw(*kernel), "bias": draw(kernel[-1])}

    def compute(x, p):
        y = convolved(x, p["kernel"], p["bias"], **torch_options)
        return (torch.relu(y) if options.get("activation") == "relu" else y), {}

    return case(name, document, draw(*shape), parameters, compute)


def depthwise_case():
    size, channels, multiplier = 3, 3, 2
    document = {"kind": "depthwise-convolution", "options": {"size": size, "stride": 2, "multiplier": multiplier}}
    parameters = {"kernel": draw(size, size, channels, multiplier), "bias": draw(channels * multiplier)}

    def compute(x, p):
        weight = p["kernel"].permute(2, 3, 0, 1).reshape(channels * multiplier, 1, size, size)
        y = functional.conv2d(channels_first(x), weight, p["bias"], stride=2, padding=1, groups=channels)
        return channels_last(y), {}

    return case("depthwise convolution", document, draw(2, 5, 7, channels), parameters, compute)


def normalization_case(name, shape, activation):
    document = {
        "kind": "batch-normalization",
        "options": {"momentum": 0.75, "epsilon": 1e-3, "activation": activation},
    }
    channels = shape[-1]
    parameters = {
        "scale": draw(channels),
        "offset": draw(channels),
        "movingMean": draw(channels),
        "movingVariance": np.abs(draw(channels)) + 0.5,
    }

    def compute(x, p):
        mean, variance = p["movingMean"].detach().clone(), p["movingVariance"].detach().clone()
        first = channels_first(x) if len(shape) == 4 else x
        y = functional.batch_norm(
            first, mean, variance, p["scale"], p["offset"], training=True, momentum=0.25, eps=1e-3
        )
        y = channels_last(y) if len(shape) == 4 else y
        followed = {"movingMean": mean, "movingVariance": variance}
        return (torch.relu(y) if activation == "relu" else y), followed

    return case(name, document, draw(*shape), parameters, compute, ("movingMean", "movingVariance"))


def gru_case():
    units, features, steps = 4, 3, 5
    document = {"kind": "gru", "options": {"units": units}}
    parameters = {
        "kernel": draw(features, 3 * units, scale=0.5),
        "recurrentKernel": draw(units, 3 * units, scale=0.5),
        "bias": draw(3 * units, scale=0.5),
        "recurrentBias": draw(3 * units, scale=0.5),
    }

    def reordered(columns):
        """Ours are update, reset, candidate; PyTorch's are reset, update, candidate."""
        update, reset, candidate = torch.split(columns, units, dim=-1)
        return torch.cat([reset, update, candidate], dim=-1)

    def compute(x, p):
        module = torch.nn.GRU(features, units, batch_first=True).double()
        weights = {
            "weight_ih_l0": reordered(p["kernel"]).T,
            "weight_hh_l0": reordered(p["recurrentKernel"]).T,
            "bias_ih_l0": reordered(p["bias"]),
            "bias_hh_l0": reordered(p["recurrentBias"]),
        }
        for key, value in weights.items():
            delattr(module, key)
            setattr(module, key, value)
        module._flat_weights = [weights[key] for key in module._flat_weights_names]
        return module(x)[1][0], {}

    return case("gru", document, draw(2, steps, features), parameters, compute)


def gru_before_case():
    """As TensorFlow's GRUCell: the reset gate acts on the state before its product with the kernel."""
    units, features, steps = 4, 3, 5
    document = {"kind": "gru", "options": {"units": units, "reset": "before"}}
    parameters = {
        "kernel": draw(features, 3 * units, scale=0.5),
        "recurrentKernel": draw(units, 3 * units, scale=0.5),
        "bias": draw(3 * units, scale=0.5),
    }

    def compute(x, p):
        state = torch.zeros(x.shape[0], units, dtype=torch.float64)
        of_update, of_reset, of_candidate = torch.split(p["recurrentKernel"], units, dim=1)
        for step in range(steps):
            update, reset, candidate = torch.split(x[:, step] @ p["kernel"] + p["bias"], units, dim=1)
            update = torch.sigmoid(update + state @ of_update)
            reset = torch.sigmoid(reset + state @ of_reset)
            candidate = torch.tanh(candidate + (reset * state) @ of_candidate)
            state = update * state + (1 - update) * candidate
        return state, {}

    return case("gru, reset before", document, draw(2, steps, features), parameters, compute)


def capsules_case():
    """Procedure 1 of Sabour, Frosst & Hinton 2017, capsule by capsule."""
    below, vector, count, dimension, routings = 5, 3, 4, 2, 3
    document = {
        "kind": "capsules",
        "options": {"count": count, "dimension": dimension, "routings": routings},
    }
    parameters = {"kernel": draw(below, vector, count * dimension)}

    def squash(s):
        square = (s * s).sum()
        return square / (1 + square) * s / torch.sqrt(square)

    def routed(u, kernel):
        prediction = [
            [u[i] @ kernel[i, :, j * dimension : (j + 1) * dimension] for j in range(count)] for i in range(below)
        ]
        logits = [[torch.zeros((), dtype=torch.float64) for _ in range(count)] for _ in range(below)]
        for _ in range(routings):
            couplings = [torch.softmax(torch.stack(row), dim=0) for row in logits]
            capsule = [squash(sum(couplings[i][j] * prediction[i][j] for i in range(below))) for j in range(count)]
            logits = [
                [logits[i][j] + (prediction[i][j] * capsule[j]).sum() for j in range(count)] for i in range(below)
            ]
        return torch.stack(capsule)

    def compute(x, p):
        return torch.stack([routed(u, p["kernel"]) for u in x]), {}

    return case("capsules", document, draw(2, below, vector), parameters, compute)


def local_response_case():
    options = {"radius": 1, "bias": 1.5, "alpha": 0.25, "beta": 0.75}
    document = {"kind": "local-response-normalization", "options": options}

    def compute(x, _p):
        y = functional.local_response_norm(channels_first(x), 3, alpha=3 * 0.25, beta=0.75, k=1.5)
        return channels_last(y), {}

    return case("local response normalization", document, draw(2, 2, 3, 5), {}, compute)


def pooling_case():
    document = {"kind": "average-pooling", "options": {"size": 3, "stride": 2, "padding": "same"}}

    def compute(x, _p):
        y = functional.avg_pool2d(channels_first(x), 3, 2, padding=1, count_include_pad=False)
        return channels_last(y), {}

    return case("average pooling with a margin", document, draw(2, 5, 7, 2), {}, compute)


def activation_case(name, function):
    document = {"kind": "activation", "options": {"function": name}}
    return case(name, document, draw(2, 9, scale=3), {}, lambda x, _p: (function(x), {}))


def cross_entropy():
    logits, targets = tensor(draw(3, 4, scale=2)), np.abs(draw(3, 4)) + 0.1
    targets = targets / targets.sum(1, keepdims=True)
    weights = draw(3)
    losses = functional.cross_entropy(logits, torch.tensor(targets), reduction="none")
    (losses * torch.tensor(weights)).sum().backward()
    names = {"logits": logits, "targets": targets, "weights": weights, "losses": losses, "gradient": logits.grad}
    return {name: saved(value) for name, value in names.items()}


def dropout(seed, rate, count):
    """Which values are kept: by the hash lowbias32 of the place and the seed."""

    def hashed(x):
        x ^= x >> 16
        x = x * 0x7FEB352D & 0xFFFFFFFF
        x ^= x >> 15
        x = x * 0x846CA68B & 0xFFFFFFFF
        return x ^ x >> 16

    kept = [int(hashed(i ^ hashed(seed)) >= int(rate * 2**32)) for i in range(count)]
    return {"seed": seed, "rate": rate, "kept": kept}


def philox(counter, key):
    """Philox4x32-10 of Salmon, Moraes, Dror & Shaw 2011."""
    c, k = list(counter), list(key)
    for _ in range(10):
        first, second = 0xD2511F53 * c[0], 0xCD9E8D57 * c[2]
        c = [second >> 32 ^ c[1] ^ k[0], second & 0xFFFFFFFF, first >> 32 ^ c[3] ^ k[1], first & 0xFFFFFFFF]
        k = [k[0] + 0x9E3779B9 & 0xFFFFFFFF, k[1] + 0xBB67AE85 & 0xFFFFFFFF]
    return c


def he_normal(seed, path, shape):
    """A parameter's first values: the stream of its place, one word for each value, by the inverse distribution."""
    key, stream = [seed, 0], [0, 0]
    for index in path:
        derived = philox([index, 0, stream[0], 0xFFFFFFFF], key)
        key, stream = derived[:2], [derived[2], derived[3] >> 1]
    count = int(np.prod(shape))
    words = [word for block in range(-(-count // 4)) for word in philox([block, 0, *stream], key)][:count]
    deviation = np.sqrt(2 / np.prod(shape[:-1]))
    values = deviation * scipy.special.ndtri((np.array(words) + 0.5) / 2**32)
    return {"seed": seed, "path": path, "kernel": saved_exactly(values.astype(np.float32).reshape(shape))}


def saved_exactly(array):
    return {"shape": list(array.shape), "data": [float(value) for value in array.ravel()]}


def quantiles():
    shares = np.array([1e-10, 1e-5, 0.001, 0.02, 0.07, 0.0751, 0.2, 0.4, 0.5, 0.6, 0.9, 0.93, 0.99, 0.99999])
    return {"shares": shares.tolist(), "quantiles": scipy.special.ndtri(shares).tolist()}


CASES = [
    convolution_case("convolution", {"filters": 3, "size": 3, "activation": "relu"}, (2, 5, 4, 2), (3, 3, 2, 3), padding=1),
    convolution_case(
        "strided convolution", {"filters": 3, "size": [3, 2], "stride": [2, 1], "padding": "valid"},
        (2, 5, 4, 2), (3, 2, 2, 3), stride=(2, 1),
    ),
    convolution_case(
        "dilated convolution", {"filters": 3, "size": 3, "dilation": [2, 1]}, (2, 6, 4, 2), (3, 3, 2, 3),
        padding=(2, 1), dilation=(2, 1),
    ),
    convolution_case(
        "grouped convolution", {"filters": 6, "size": 3, "groups": 2}, (2, 4, 4, 4), (3, 3, 2, 6), padding=1, groups=2
    ),
    convolution_case(
        "convolution by channels", {"filters": 6, "size": 3, "groups": 3}, (2, 4, 4, 3), (3, 3, 1, 6),
        padding=1, groups=3,
    ),
    depthwise_case(),
    normalization_case("batch normalization of images", (3, 2, 3, 4), "relu"),
    normalization_case("batch normalization of features", (5, 3), "linear"),
    gru_case(),
    gru_before_case(),
    capsules_case(),
    local_response_case(),
    pooling_case(),
    activation_case("relu6", functional.relu6),
    activation_case("elu", functional.elu),
    activation_case("selu", functional.selu),
    activation_case("gelu", functional.gelu),
    activation_case("swish", functional.silu),
    activation_case("softmax", lambda x: torch.softmax(x, dim=-1)),
]

golden = {
    "versions": {"torch": torch.__version__, "scipy": scipy.__version__, "numpy": np.__version__},
    "cases": CASES,
    "crossEntropy": cross_entropy(),
    "normalQuantile": quantiles(),
    "initialization": [he_normal(42, [0, 0], [3, 3, 1, 4]), he_normal(42, [1, 2, 0], [4, 3])],
    "dropout": [dropout(0, 0.5, 40), dropout(3_000_000_001, 0.3, 40), dropout(7, 0, 5)],
}
pathlib.Path(__file__).with_suffix(".json").write_text(json.dumps(golden) + "\n")
