"""Writes plain-python.json: noise, mixup and cutmix as plain Python computes them, with its own logarithm and powers.

    python3 packages/transforms/test/golden/plain-python.py > packages/transforms/test/golden/plain-python.json
"""
import json
import math
import platform

WORD = 2**32
SEED, EPOCH, STREAM = 3 * WORD + 11, 2, 5
CLASSES = 10


def philox(counter, key):
    """Philox4x32-10 by Salmon et al. 2011, section 3."""
    for _ in range(10):
        first, second = 0xD2511F53 * counter[0], 0xCD9E8D57 * counter[2]
        counter = (
            second // WORD ^ counter[1] ^ key[0],
            second % WORD,
            first // WORD ^ counter[3] ^ key[1],
            first % WORD,
        )
        key = ((key[0] + 0x9E3779B9) % WORD, (key[1] + 0xBB67AE85) % WORD)
    return counter


def words(image):
    block = 0
    while True:
        yield from philox((block, STREAM, image, EPOCH), (SEED % WORD, SEED // WORD))
        block += 1


def below(stream, bound):
    """Without bias: words beyond the last whole multiple of the bound are skipped."""
    return next(word for word in stream if word < WORD - WORD % bound) % bound


def normal(word):
    """Wichura 1988, PPND7, for probabilities above e^-25."""
    p = (word + 0.5) / WORD
    q = p - 0.5
    if abs(q) <= 0.425:
        r = 0.180625 - q * q
        return (
            q
            * (((5.9109374720e1 * r + 1.5929113202e2) * r + 5.0434271938e1) * r + 3.3871327179)
            / (((6.7187563600e1 * r + 7.8757757664e1) * r + 1.7895169469e1) * r + 1)
        )
    r = math.sqrt(-math.log(min(p, 1 - p))) - 1.6
    value = (((1.7023821103e-1 * r + 1.3067284816) * r + 2.7568153900) * r + 1.4234372777) / (
        (1.2021132975e-1 * r + 7.3700164250e-1) * r + 1
    )
    return math.copysign(value, q)


def beta(stream, alpha):
    """Student's T by Bailey 1994, then 1/2 + T / (2 sqrt(2 alpha + T^2))."""
    while True:
        x, y = ((2 * next(stream) + 1) / WORD - 1 for _ in range(2))
        w = x * x + y * y
        if w <= 1:
            break
    degrees = 2 * alpha
    t = x * math.sqrt(degrees * (w ** (-2 / degrees) - 1) / w)
    return 0.5 + t / (2 * math.sqrt(degrees + t * t))


def to_byte(value):
    """Python rounds ties to even."""
    return min(255, max(0, round(value)))


def picture(number, size):
    return [(number * 83 + i * i * 7 + i) % 256 for i in range(size)]


def label(number):
    return [float(number % CLASSES == place) for place in range(CLASSES)]


def noise():
    images = []
    for image in range(4):
        stream = words(image)
        images.append([(pixel, 40 * normal(next(stream))) for pixel in picture(image, 400)])
    return {
        "std": 40,
        "bytes": [to_byte(pixel + deviation) for image in images for pixel, deviation in image],
        "floats": [round(pixel + deviation, 4) for image in images for pixel, deviation in image],
    }


def mixup(alpha):
    pixels, labels = [], []
    for image in range(12):
        stream = words(image)
        partner = below(stream, 12)
        share = beta(stream, alpha)
        pixels += [to_byte(share * a + (1 - share) * b) for a, b in zip(picture(image, 400), picture(partner, 400))]
        labels += [round(share * a + (1 - share) * b, 7) for a, b in zip(label(image), label(partner))]
    return {"alpha": alpha, "pixels": pixels, "labels": labels}


def cutmix(alpha, side=20):
    pixels, labels = [], []
    for image in range(12):
        stream = words(image)
        partner = below(stream, 12)
        half = int(side * math.sqrt(1 - beta(stream, alpha)) / 2)
        x, y = below(stream, side), below(stream, side)
        rows, columns = (range(max(0, at - half), min(side, at + half)) for at in (y, x))
        own, other = picture(image, side * side), picture(partner, side * side)
        for row in rows:
            for column in columns:
                own[row * side + column] = other[row * side + column]
        share = 1 - len(rows) * len(columns) / side**2
        pixels += own
        labels += [round(share * a + (1 - share) * b, 7) for a, b in zip(label(image), label(partner))]
    return {"alpha": alpha, "pixels": pixels, "labels": labels}


print(
    json.dumps(
        {
            "version": platform.python_version(),
            "random": {"seed": SEED, "epoch": EPOCH, "stream": STREAM},
            "noise": noise(),
            "mixup": [mixup(alpha) for alpha in (0.2, 1.0, 4.0)],
            "cutmix": [cutmix(alpha) for alpha in (0.2, 1.0)],
        }
    )
)
