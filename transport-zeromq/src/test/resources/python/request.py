"""request.py CALLS SERVICE TEXT [OWN_KEY HUB_KEY]: asks a service and prints what it answers."""
import sys
import zmq
from belfry_curve import encrypt
from belfry_frame import pack, unpack

address, service, text, *keys = sys.argv[1:]
socket = zmq.Context().socket(zmq.REQ)
if keys:
    encrypt(socket, *keys)
socket.connect(address)
socket.send(pack(service, text.encode()))
status, headers, payload = unpack(socket.recv())
print(status, headers, payload.decode())
