package io.belfry.tck.tethered;

import io.belfry.message.Message;
import io.belfry.tck.TestBed;
import io.belfry.tck.broken.Breaks;
import io.belfry.tck.broken.BrokenContract;
import io.belfry.transport.Transport;
import java.util.concurrent.CompletionStage;

/** Lets requests wait for their deadline though the wire of their answers is torn. */
@Breaks("rr14")
public final class AbandonsWhatWasCutOff extends BrokenContract {

  @Override
  protected TestBed testBed() {
    return new TetheredBed(new TetheredProvider() {
      @Override
      Transport spoke(Transport memory, Tether tether) {
        return new TetheredSpoke(memory, tether) {
          @Override
          CompletionStage<Message> untilTorn(CompletionStage<Message> answer) {
            return answer;
          }
        };
      }
    });
  }
}
