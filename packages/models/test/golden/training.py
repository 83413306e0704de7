"""What PyTorch's optimizers, learning rate schedules and losses give. Writes training.json."""
import json
import pathlib
import warnings

import torch
from torch.nn.functional import cross_entropy
from torch.optim import SGD, Adagrad, Adam, AdamW
from torch.optim.lr_scheduler import CosineAnnealingLR, CyclicLR, MultiStepLR, OneCycleLR

warnings.filterwarnings("ignore")
torch.set_default_dtype(torch.float64)

STEPS = 12
SIZES = {"kernel": 6, "bias": 3}


def spread(length, salt):
    """Multiples of 2^-10 within 1/2 of 0: float32 holds them exactly."""
    return (torch.arange(length) * 7919 + salt * 131) % 1024 / 1024 - 0.5


OPTIMIZERS = [
    ({"kind": "sgd"}, SGD, {}),
    ({"kind": "sgd", "momentum": 0.9}, SGD, {"momentum": 0.9}),
    ({"kind": "sgd", "momentum": 0.9, "nesterov": True}, SGD, {"momentum": 0.9, "nesterov": True}),
    (
        {"kind": "sgd", "momentum": 0.9, "nesterov": True, "l2": 0.05},
        SGD,
        {"momentum": 0.9, "nesterov": True, "weight_decay": 0.05},
    ),
    ({"kind": "adam"}, Adam, {}),
    ({"kind": "adam", "l2": 0.1}, Adam, {"weight_decay": 0.1}),
    ({"kind": "adam", "beta1": 0.8, "beta2": 0.9, "epsilon": 1e-3}, Adam, {"betas": (0.8, 0.9), "eps": 1e-3}),
    ({"kind": "adam-w"}, AdamW, {}),
    ({"kind": "adam-w", "decay": 0.3}, AdamW, {"weight_decay": 0.3}),
    ({"kind": "adagrad"}, Adagrad, {}),
    ({"kind": "adagrad", "initialSum": 0.1, "epsilon": 1e-7}, Adagrad, {"initial_accumulator_value": 0.1, "eps": 1e-7}),
    ({"kind": "adagrad", "l2": 0.1}, Adagrad, {"weight_decay": 0.1}),
]


def optimized(options, make, torch_options):
    parameters = {name: spread(size, i).requires_grad_() for i, (name, size) in enumerate(SIZES.items())}
    bias = {"params": [parameters["bias"]], "weight_decay": 0}
    optimizer = make([{"params": [parameters["kernel"]]}, bias], lr=0.1, **torch_options)
    for step in range(STEPS):
        for group in optimizer.param_groups:
            group["lr"] = 0.1 / (1 + step)
        for i, parameter in enumerate(parameters.values()):
            parameter.grad = spread(len(parameter), 10 + step * 7 + i)
        optimizer.step()
    return {"optimizer": options, "parameters": {name: p.tolist() for name, p in parameters.items()}}


def clipped(max_norm):
    parameters = [torch.zeros(size, requires_grad=True) for size in SIZES.values()]
    for i, parameter in enumerate(parameters):
        parameter.grad = spread(len(parameter), i)
    torch.nn.utils.clip_grad_norm_(parameters, max_norm)
    return {"maxNorm": max_norm, "gradients": [parameter.grad.tolist() for parameter in parameters]}


SCHEDULE_STEPS = 40
SCHEDULES = [
    ({"kind": "one-cycle", "maxRate": 0.4}, lambda o: OneCycleLR(o, 0.4, SCHEDULE_STEPS)),
    (
        {"kind": "one-cycle", "maxRate": 0.4, "warmup": 0.2, "anneal": "linear", "startDivisor": 10, "endDivisor": 100},
        lambda o: OneCycleLR(
            o, 0.4, SCHEDULE_STEPS, pct_start=0.2, anneal_strategy="linear", div_factor=10, final_div_factor=100
        ),
    ),
    (
        {"kind": "one-cycle", "maxRate": 0.4, "threePhase": True},
        lambda o: OneCycleLR(o, 0.4, SCHEDULE_STEPS, three_phase=True),
    ),
    ({"kind": "cosine", "rate": 0.1, "minRate": 0.01}, lambda o: CosineAnnealingLR(o, SCHEDULE_STEPS, 0.01)),
    (
        {"kind": "step", "rate": 0.1, "milestones": [0.3, 0.6, 0.8], "factor": 0.2},
        lambda o: MultiStepLR(o, [12, 24, 32], 0.2),
    ),
    (
        {"kind": "cyclical", "minRate": 0.01, "maxRate": 0.1, "cycles": 4},
        lambda o: CyclicLR(o, 0.01, 0.1, 5, cycle_momentum=False),
    ),
    (
        {"kind": "cyclical", "minRate": 0.01, "maxRate": 0.1, "cycles": 4, "shape": "halving"},
        lambda o: CyclicLR(o, 0.01, 0.1, 5, mode="triangular2", cycle_momentum=False),
    ),
]


def scheduled(options, make):
    optimizer = SGD([torch.zeros(1, requires_grad=True)], lr=0.1)
    schedule = make(optimizer)
    rates = []
    for step in range(SCHEDULE_STEPS):
        rates.append(optimizer.param_groups[0]["lr"])
        optimizer.step()
        if step < SCHEDULE_STEPS - 1:
            schedule.step()
    return {"schedule": options, "rates": rates}


IMAGES, CLASSES = 6, 4
HARD = torch.eye(CLASSES)[torch.tensor([0, 1, 2, 0, 1, 2])]
SOFT = HARD * 0.75 + HARD.roll(1, 1) * 0.25


def hinge(answers, targets, penalty=1):
    return penalty * (1 - (2 * targets - 1) * answers).clamp(min=0).mean()


def squared_hinge(answers, targets, penalty=1):
    return penalty * ((1 - (2 * targets - 1) * answers).clamp(min=0) ** 2).mean()


def margin(lengths, targets, presence=0.9, absence=0.1, weight=0.5):
    total = 0
    for length, target in zip(lengths, targets):
        for k in range(CLASSES):
            total = total + target[k] * (presence - length[k]).clamp(min=0) ** 2
            total = total + weight * (1 - target[k]) * (length[k] - absence).clamp(min=0) ** 2
    return total / len(lengths)


def triplet(features, targets, excess):
    """One anchor after the other, in plain loops."""
    labels = targets.argmax(1).tolist()
    losses = []
    for a, anchor in enumerate(features):
        distances = [(anchor - other).norm() if o != a else None for o, other in enumerate(features)]
        positives = [distances[o] for o in range(len(labels)) if o != a and labels[o] == labels[a]]
        negatives = [distances[o] for o in range(len(labels)) if labels[o] != labels[a]]
        if positives and negatives:
            losses.append(excess(max(positives) - min(negatives)))
    return sum(losses) / len(losses)


LONELY = torch.eye(CLASSES)[torch.tensor([0, 1, 2, 0, 1, 3])]
LOSSES = [
    ({"kind": "cross-entropy"}, HARD, cross_entropy),
    ({"kind": "cross-entropy"}, SOFT, cross_entropy),
    ({"kind": "cross-entropy", "labelSmoothing": 0.1}, HARD, lambda a, t: cross_entropy(a, t, label_smoothing=0.1)),
    ({"kind": "hinge"}, HARD, hinge),
    ({"kind": "squared-hinge"}, SOFT, squared_hinge),
    ({"kind": "squared-hinge", "penalty": 0.5}, HARD, lambda a, t: squared_hinge(a, t, 0.5)),
    ({"kind": "margin"}, HARD, margin),
    (
        {"kind": "margin", "presence": 0.8, "absence": 0.2, "absenceWeight": 0.25},
        HARD,
        lambda a, t: margin(a, t, 0.8, 0.2, 0.25),
    ),
    ({"kind": "triplet"}, HARD, lambda a, t: triplet(a, t, lambda d: (d + 0.2).clamp(min=0))),
    ({"kind": "triplet", "margin": None}, HARD, lambda a, t: triplet(a, t, torch.nn.functional.softplus)),
    ({"kind": "triplet"}, LONELY, lambda a, t: triplet(a, t, lambda d: (d + 0.2).clamp(min=0))),
]


def lost(options, targets, loss):
    i = torch.arange(IMAGES * CLASSES)
    answers = ((i * i * 7919 + i * 131) % 1009 / 256 - 2).reshape(IMAGES, CLASSES).requires_grad_()
    value = loss(answers, targets)
    value.backward()
    return {
        "loss": options,
        "targets": targets.flatten().tolist(),
        "answers": answers.flatten().tolist(),
        "value": value.item(),
        "gradient": answers.grad.flatten().tolist(),
    }


def rounded(value):
    if isinstance(value, float):
        return float(f"{value:.12g}")
    if isinstance(value, list):
        return [rounded(item) for item in value]
    if isinstance(value, dict):
        return {key: rounded(item) for key, item in value.items()}
    return value


golden = {
    "versions": {"torch": torch.__version__},
    "sizes": SIZES,
    "steps": STEPS,
    "optimizers": [optimized(*case) for case in OPTIMIZERS],
    "clipping": [clipped(max_norm) for max_norm in (0.5, 100.0)],
    "scheduleSteps": SCHEDULE_STEPS,
    "schedules": [scheduled(*case) for case in SCHEDULES],
    "shape": [IMAGES, CLASSES],
    "losses": [lost(*case) for case in LOSSES],
}
path = pathlib.Path(__file__).with_suffix(".json")
path.write_text(json.dumps(rounded(golden), separators=(",", ":")) + "\n")
print(path.stat().st_size)
