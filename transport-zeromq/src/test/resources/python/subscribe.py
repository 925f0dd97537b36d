"""subscribe.py EVENTS PREFIX [OWN_KEY HUB_KEY]: prints what comes on topics with the prefix."""
import sys
import zmq
from belfry_curve import encrypt
from belfry_frame import unpack

address, prefix, *keys = sys.argv[1:]
socket = zmq.Context().socket(zmq.SUB)
if keys:
    encrypt(socket, *keys)
socket.subscribe(prefix)
socket.connect(address)
while True:
    topic, headers, payload = unpack(socket.recv())
    print(topic, headers, payload.decode(), flush=True)
