"""The networks that are trained and asked."""

from torch import nn
from torch.nn import functional


def tutorial():
    return nn.Sequential(
        nn.Conv2d(1, 32, 5, padding=2), nn.ReLU(), nn.MaxPool2d(2),
        nn.Conv2d(32, 64, 5, padding=2), nn.ReLU(), nn.MaxPool2d(2),
        nn.Flatten(), nn.Linear(3136, 1024), nn.ReLU(), nn.Linear(1024, 10),
    )


def normalized(inputs, outputs, size=3, stride=1):
    convolution = nn.Conv2d(inputs, outputs, size, stride, padding=size // 2, bias=False)
    return [convolution, nn.BatchNorm2d(outputs)]


def small():
    def block(inputs, outputs):
        return [*normalized(inputs, outputs), nn.ReLU()]

    return nn.Sequential(
        *block(1, 32), *block(32, 32), nn.MaxPool2d(2),
        *block(32, 64), *block(64, 64), nn.MaxPool2d(2),
        *block(64, 48), nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(48, 10),
    )


class Residual(nn.Module):
    def __init__(self, inputs, outputs, stride=1):
        super().__init__()
        self.branch = nn.Sequential(
            *normalized(inputs, outputs, stride=stride), nn.ReLU(), *normalized(outputs, outputs)
        )
        shortcut = [] if inputs == outputs else normalized(inputs, outputs, 1, stride)
        self.shortcut = nn.Sequential(*shortcut)

    def forward(self, x):
        return functional.relu(self.shortcut(x) + self.branch(x))


def resnet18():
    return nn.Sequential(
        *normalized(1, 64, stride=2), nn.ReLU(),
        Residual(64, 64), Residual(64, 64), Residual(64, 128, 2), Residual(128, 128),
        Residual(128, 256, 2), Residual(256, 256), Residual(256, 512, 2), Residual(512, 512),
        nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(512, 10),
    )


NETWORKS = {"tutorial": tutorial, "small": small, "resnet18": resnet18}
