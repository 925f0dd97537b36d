"""push.py PLAIN_PUSH QUEUE TEXT...: gives work to a queue."""
import sys
import zmq
from belfry_frame import pack

address, queue, *texts = sys.argv[1:]
context = zmq.Context()
socket = context.socket(zmq.PUSH)
socket.connect(address)
for text in texts:
    socket.send(pack(queue, text.encode()))
socket.close()
context.term()  # Returns when all is on its way.
