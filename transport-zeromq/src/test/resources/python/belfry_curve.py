"""Encrypts a socket; to be called before it connects."""
from zmq.auth import load_certificate


def encrypt(socket, own_secret_file, hub_public_file):
    socket.curve_publickey, socket.curve_secretkey = load_certificate(own_secret_file)
    socket.curve_serverkey, _ = load_certificate(hub_public_file)
