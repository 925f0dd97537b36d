package io.belfry.service.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.belfry.message.Message;
import io.belfry.service.EmailRegistered;
import io.belfry.service.ServiceException;
import io.belfry.service.ServiceException.Code;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a client makes of an answer, also of one that a newer service gives. */
class AnswerRulesTest {

  @Test
  void fields_that_a_newer_service_adds_are_passed_over() {
    String reply = "{'v':1,'took':1.5e3,'ok':{'mustConfirm':true,'until':[{'a':null}]}}";

    assertThat(answer(reply)).isEqualTo(new EmailRegistered(true));
  }

  @Test
  void a_code_that_a_newer_service_has_invented_keeps_its_sentence() {
    ServiceException failure =
        failure("{'v':1,'error':{'code':'TEAPOT','message':'Short and stout.','handle':1}}");

    assertThat(failure.code()).isEqualTo(Code.INTERNAL);
    assertThat(failure).hasMessage("Short and stout.");
  }

  @Test
  void a_time_to_wait_is_kept_with_the_code_that_has_one() {
    String error = "{'v':1,'error':{'code':'%s','message':'No.','retryAfterMs':%s}}";

    assertThat(failure(error.formatted("BUSY", 120)).retryAfter()).contains(Duration.ofMillis(120));
    assertThat(failure(error.formatted("BUSY", Long.MAX_VALUE)).retryAfter()).isPresent();
    assertThat(failure(error.formatted("FORBIDDEN", 120)).code()).isEqualTo(Code.FORBIDDEN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "busy",
        "[]",
        "{}",
        "{'v':1}",
        "{'v':2,'ok':{'mustConfirm':true}}",
        "{'ok':{'mustConfirm':true}}",
        "{'v':1,'ok':{}}",
        "{'v':1,'ok':{'mustConfirm':'true'}}",
        "{'v':1,'ok':{'mustConfirm':true,'mustConfirm':true}}",
        "{'v':1,'ok':null}",
        "{'v':1,'error':null}",
        "{'v':1,'error':{'code':'BUSY'}}",
        "{'v':1,'error':{'code':7,'message':''}}",
        "{'v':1,'error':{'code':'BUSY','message':'','retryAfterMs':-1}}"
      })
  void an_answer_that_can_not_be_read_is_a_fault_of_the_service(String reply) {
    ServiceException failure = failure(reply);

    assertThat(failure.code()).isEqualTo(Code.INTERNAL);
    assertThat(failure).hasMessageStartingWith("The service's answer can't be read. ");
  }

  private static EmailRegistered answer(String reply) {
    return Operations.REGISTER_EMAIL.answer(Message.of(reply.replace('\'', '"')));
  }

  private static ServiceException failure(String reply) {
    return catchThrowableOfType(ServiceException.class, () -> answer(reply));
  }
}
