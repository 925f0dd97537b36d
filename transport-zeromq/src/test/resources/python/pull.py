"""pull.py PLAIN_PULL: does the work of the hub's plain queue, which here means to print it."""
import sys
import zmq
from belfry_frame import unpack

socket = zmq.Context().socket(zmq.PULL)
socket.connect(sys.argv[1])
while True:
    queue, headers, payload = unpack(socket.recv())
    print(queue, headers, payload.decode(), flush=True)
