"""Big-endian floats to native ones. Arguments: `>f4` or `>f8`, `astype` or `byteswap`, bytes of an array, how often."""

import sys

import numpy as np

from peer import serve, timed

dtype, way = np.dtype(sys.argv[1]), sys.argv[2]
byte_length, count = int(sys.argv[3]), int(sys.argv[4])
payload = np.arange(byte_length // dtype.itemsize).astype(dtype).tobytes()


def to_native():
    big_endian = np.frombuffer(payload, dtype=dtype)
    if way == "astype":
        return big_endian.astype(dtype.newbyteorder("="))
    return big_endian.byteswap().view(dtype.newbyteorder("="))


def repeatedly():
    for _ in range(count):
        result = to_native()
    return result


serve(timed(repeatedly))
