"""Peak memory, in bytes, of a process that has imported NumPy and reads nothing, or the files that are its arguments."""

import sys

from mnist_reader import load_all
from peak_memory import peak_bytes

if __name__ == "__main__":
    data = load_all(sys.argv[1:])
    print(peak_bytes())
