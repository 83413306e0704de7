"""Runs a program to its end, and prints the most memory that it has held, in bytes.

Arguments: the program and its arguments.
"""

import resource
import subprocess
import sys

subprocess.run(sys.argv[1:], check=True, stdout=subprocess.DEVNULL)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024)
