"""publish.py PUBLICATIONS TOPIC TEXT: publishes one message, and loses none."""
import sys
import zmq
from belfry_frame import pack

address, topic, text = sys.argv[1:]
context = zmq.Context()
socket = context.socket(zmq.XPUB)
socket.connect(address)
socket.recv()  # The hub has subscribed: from now on it hears what is sent.
socket.send(pack(topic, text.encode(), {'language': 'python'}))
socket.close()
context.term()  # Returns when the message is on its way.
