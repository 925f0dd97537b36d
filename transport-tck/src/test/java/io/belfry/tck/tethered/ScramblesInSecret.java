package io.belfry.tck.tethered;

import io.belfry.message.Message;
import io.belfry.tck.TestBed;
import io.belfry.tck.broken.Breaks;
import io.belfry.tck.broken.BrokenContract;
import io.belfry.transport.Transport;

/** Encrypts, and does not say so. */
@Breaks("ca11")
public final class ScramblesInSecret extends BrokenContract {

  @Override
  protected TestBed testBed() {
    return new TetheredBed(new TetheredProvider() {
      @Override
      Transport spoke(Transport memory, Tether tether) {
        return new TetheredSpoke(memory, tether) {
          @Override
          byte[] onTheWire(Message message) {
            byte[] bytes = super.onTheWire(message);
            for (int i = 0; i < bytes.length; i++) {
              bytes[i] ^= 42;
            }
            return bytes;
          }
        };
      }
    });
  }
}
