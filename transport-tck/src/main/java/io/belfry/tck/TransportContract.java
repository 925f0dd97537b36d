package io.belfry.tck;

import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;

/**
 * The transport contract. A transport keeps it if a subclass with a {@link #testBed} is green:
 *
 * <pre>{@code
 * class MyTransportTest extends TransportContract {
 *   @Override
 *   protected TestBed testBed() {
 *     return new MyTestBed();
 *   }
 * }
 * }</pre>
 *
 * <p>Each test carries the id of its rule in {@code docs/transport-contract.md}. A capability that
 * is declared must hold; one that is not must be refused or seen to fail.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
public abstract class TransportContract {

  /** Makes a contract; the subclass has nothing to hand over. */
  protected TransportContract() {}

  /**
   * Makes the surroundings of one test.
   *
   * @return a bed that no other test has used
   * @throws Exception whatever keeps it from being made; the test fails
   */
  protected abstract TestBed testBed() throws Exception;

  /**
   * How long whatever must happen may take. Generous, for it costs a healthy transport nothing.
   *
   * @return the time after which a test gives up
   */
  protected Duration patience() {
    return Duration.ofSeconds(20);
  }

  @Nested
  @DisplayName("Publish and subscribe")
  class PublishAndSubscribe extends PubSubRules {
    PublishAndSubscribe() {
      super(TransportContract.this);
    }
  }

  @Nested
  @DisplayName("Subscribers")
  class Subscribers extends SubscriberRules {
    Subscribers() {
      super(TransportContract.this);
    }
  }

  @Nested
  @DisplayName("Request and reply")
  class RequestAndReply extends RequestReplyRules {
    RequestAndReply() {
      super(TransportContract.this);
    }
  }

  @Nested
  @DisplayName("Failed requests")
  class FailedRequests extends FailedRequestRules {
    FailedRequests() {
      super(TransportContract.this);
    }
  }

  @Nested
  @DisplayName("Pipeline")
  class Work extends PipelineRules {
    Work() {
      super(TransportContract.this);
    }
  }

  @Nested
  @DisplayName("Messages")
  class Messages extends MessageRules {
    Messages() {
      super(TransportContract.this);
    }
  }

  @Nested
  @DisplayName("Capabilities")
  class Capabilities extends CapabilityRules {
    Capabilities() {
      super(TransportContract.this);
    }
  }

  @Nested
  @DisplayName("Capabilities of the pipeline")
  class WorkCapabilities extends WorkCapabilityRules {
    WorkCapabilities() {
      super(TransportContract.this);
    }
  }

  @Nested
  @DisplayName("Strangers")
  class Strangers extends StrangerRules {
    Strangers() {
      super(TransportContract.this);
    }
  }

  @Nested
  @DisplayName("The wire")
  class Wire extends WireRules {
    Wire() {
      super(TransportContract.this);
    }
  }

  @Nested
  @DisplayName("Outages")
  class Outages extends OutageRules {
    Outages() {
      super(TransportContract.this);
    }
  }

  @Nested
  @DisplayName("Life")
  class Life extends LifeRules {
    Life() {
      super(TransportContract.this);
    }
  }

  @Nested
  @DisplayName("Tidiness")
  class Tidiness extends TidinessRules {
    Tidiness() {
      super(TransportContract.this);
    }
  }

  @Nested
  @DisplayName("Settings")
  class Settings extends SettingsRules {
    Settings() {
      super(TransportContract.this);
    }
  }
}
