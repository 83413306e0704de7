"""gzip.compress at level 6, which is zlib's default, of the file that is the argument."""

import gzip
import sys

from peer import serve, timed

with open(sys.argv[1], "rb") as file:
    content = file.read()

serve(timed(lambda: gzip.compress(content, compresslevel=6)))
