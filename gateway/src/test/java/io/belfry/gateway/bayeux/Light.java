package io.belfry.gateway.bayeux;

import java.net.URI;
import java.net.http.HttpClient;
import java.util.concurrent.CompletableFuture;

/** A client that only counts: whether seqs come one after the other. */
abstract class Light {

  private static final String SEQ = "\"seq\":";
  private static final String CLIENT = "\"clientId\":\"";

  final HttpClient http;
  final URI at;
  private volatile String session = "";
  private volatile int seen;
  private volatile String fault = "";

  Light(HttpClient http, URI at) {
    this.http = http;
    this.at = at;
  }

  /** Until it is subscribed. */
  abstract CompletableFuture<?> begin();

  abstract void end();

  int seen() {
    return seen;
  }

  String fault() {
    return fault;
  }

  final void remember(String reply) {
    int start = reply.indexOf(CLIENT) + CLIENT.length();
    session = reply.substring(start, reply.indexOf('"', start));
  }

  final String handshake() {
    return "[{\"channel\":\"/meta/handshake\",\"version\":\"1.0\","
        + "\"supportedConnectionTypes\":[\"websocket\",\"long-polling\"]}]";
  }

  final String connect(String more) {
    return message("/meta/connect", "\"connectionType\":\"x\"" + more);
  }

  final String subscribe() {
    return message("/meta/subscribe", "\"subscription\":\"/topic/a\"");
  }

  private String message(String channel, String fields) {
    return "[{\"channel\":\"" + channel + "\",\"clientId\":\"" + session + "\"," + fields + "}]";
  }

  final void count(String text) {
    for (int at = text.indexOf(SEQ); at >= 0; at = text.indexOf(SEQ, at + 1)) {
      int start = at + SEQ.length();
      int seq = Integer.parseInt(text.substring(start, text.indexOf(',', start)));
      if (seq == seen + 1) {
        seen = seq;
      } else {
        fault = seq + " came after " + seen;
      }
    }
  }

  final void fail(Throwable why) {
    fault = why.toString();
  }
}
