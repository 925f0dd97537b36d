package io.belfry.transport.jms;

import static org.assertj.core.api.Assertions.assertThat;

import io.belfry.transport.TransportException;
import io.belfry.transport.TransportException.Category;
import jakarta.jms.InvalidDestinationException;
import jakarta.jms.InvalidSelectorException;
import jakarta.jms.JMSException;
import jakarta.jms.JMSSecurityException;
import jakarta.jms.ResourceAllocationException;
import org.apache.activemq.artemis.api.core.ActiveMQAddressFullException;
import org.junit.jupiter.api.Test;

/** What exceptions of the JMS client mean. */
class FailuresTest {

  @Test
  void each_has_its_category() {
    assertThat(category(new JMSSecurityException("no"))).isEqualTo(Category.REFUSED);
    assertThat(category(new InvalidDestinationException("no"))).isEqualTo(Category.REFUSED);
    assertThat(category(new InvalidSelectorException("no"))).isEqualTo(Category.REFUSED);
    assertThat(category(new ResourceAllocationException("no"))).isEqualTo(Category.REFUSED);
    assertThat(category(new JMSException("no"))).isEqualTo(Category.UNREACHABLE);
    assertThat(category(new IllegalArgumentException("no"))).isEqualTo(Category.INTERNAL);
  }

  @Test
  void an_address_of_artemis_that_is_full_is_a_refusal() {
    JMSException full = new JMSException("no");
    full.initCause(new ActiveMQAddressFullException("full"));
    TransportException failure = Failures.of("The send", full);
    assertThat(failure.category()).isEqualTo(Category.REFUSED);
    assertThat(failure).hasMessageStartingWith("The send failed: the broker has no room");
  }

  @Test
  void a_failure_of_belfry_stays_what_it_is() {
    TransportException known = new TransportException(Category.CLOSED, "The transport is closed.");
    assertThat(Failures.of("The send", known)).isSameAs(known);
  }

  private static Category category(Exception thrown) {
    return Failures.of("The send", thrown).category();
  }
}
