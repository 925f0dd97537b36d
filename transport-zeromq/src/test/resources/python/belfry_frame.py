"""How a message stands in a frame: name NUL length headers payload."""
import struct


def pack(name, payload, headers={}):
    lines = ''.join(f'{key}:{value}\n' for key, value in headers.items()).encode()
    return name.encode() + b'\0' + struct.pack('>H', len(lines)) + lines + payload


def unpack(frame):
    name, rest = frame.split(b'\0', 1)
    size, = struct.unpack('>H', rest[:2])
    lines = rest[2:2 + size].decode().split('\n')[:-1]
    headers = dict(line.split(':', 1) for line in lines)
    return name.decode(), headers, rest[2 + size:]
