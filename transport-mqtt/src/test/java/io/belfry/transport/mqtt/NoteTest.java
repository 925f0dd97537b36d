package io.belfry.transport.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import io.belfry.message.Message;
import io.belfry.transport.mqtt.Note.Kind;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NoteTest {

  @Test
  void a_note_is_read_as_it_was_written() {
    Note take = new Note(Kind.TAKE, "belfry-1-worker-2", 500);
    Note offer = new Note(Kind.OFFER, "belfry-1-worker-2", 0);
    assertThat(Note.parse(take.encode())).contains(take);
    assertThat(Note.parse(offer.encode())).contains(offer);
  }

  @Test
  void work_is_no_note_whatever_its_headers_are() {
    Message work = Message.of("dig").with("note", "take").with("from", "a").with("room", "1");
    assertThat(Note.parse(Codec.encode(work, 1))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "+", "#", "a/b", "$share", "a b"})
  void a_note_from_nobody_is_left_out(String from) {
    assertThat(Note.parse(note("take", from, "1"))).isEmpty();
  }

  @Test
  void a_note_of_no_known_kind_is_left_out() {
    assertThat(Note.parse(note("steal", "a", "1"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-1", "1e9", "9999999999", "many"})
  void nonsense_is_no_room(String room) {
    assertThat(Note.parse(note("take", "a", room))).contains(new Note(Kind.TAKE, "a", 0));
  }

  private static MqttMessage note(String kind, String from, String room) {
    MqttMessage message = Codec.encode(Message.of(""), 1);
    Codec.add(message, "note", kind);
    Codec.add(message, "from", from);
    Codec.add(message, "room", room);
    return message;
  }
}
