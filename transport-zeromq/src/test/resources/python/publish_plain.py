"""publish_plain.py PUBLICATIONS TOPIC: publishes each line of its input, by a plain PUB socket."""
import sys
import zmq
from belfry_frame import pack

address, topic = sys.argv[1:]
socket = zmq.Context().socket(zmq.PUB)
socket.connect(address)
for line in sys.stdin:
    socket.send(pack(topic, line.strip().encode()))
