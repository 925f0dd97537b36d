package io.belfry.gateway.stream;

import io.belfry.gateway.config.Limits;
import io.belfry.gateway.config.Times;
import io.belfry.gateway.http.Answers;
import io.belfry.gateway.http.Client;
import io.belfry.gateway.http.Credentials;
import io.belfry.gateway.http.Places;
import io.belfry.gateway.http.Problem;
import io.belfry.gateway.live.Feeds;
import io.belfry.gateway.live.Following;
import io.belfry.service.ServiceException;
import io.belfry.service.Token;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Scheduler;

/** Server-sent events at {@code /api/v1/stream}. */
public final class StreamHandler extends Handler.Abstract {

  /** Where it is. */
  public static final String PATH = "/api/v1/stream";

  private final Feeds feeds;
  private final Places places;
  private final Limits limits;
  private final Times times;

  /**
   * Makes the handler.
   *
   * @param feeds where events come from
   * @param places how many streams there may be
   * @param limits how much waits for a slow one
   * @param times how often a silent one shows that it lives
   */
  public StreamHandler(Feeds feeds, Places places, Limits limits, Times times) {
    this.feeds = feeds;
    this.places = places;
    this.limits = limits;
    this.times = times;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    if (!Request.getPathInContext(request).equals(PATH)) {
      return false;
    }
    if (!HttpMethod.GET.is(request.getMethod())) {
      response.getHeaders().put(HttpHeader.ALLOW, "GET");
      Answers.send(
          response,
          Problem.of(
              HttpStatus.METHOD_NOT_ALLOWED_405,
              "METHOD_NOT_ALLOWED",
              "A stream is asked for with GET."),
          callback);
      return true;
    }
    try {
      begin(request, response, callback);
    } catch (ServiceException e) {
      Answers.send(response, Problem.of(e), callback);
    }
    return true;
  }

  private void begin(Request request, Response response, Callback callback) {
    StreamQuery query = StreamQuery.of(request);
    Optional<Token> token = Credentials.of(request);
    Places.Place place = places.take(Client.of(token, Request.getRemoteAddr(request)));
    Scheduler clock = request.getComponents().getScheduler();
    Stream stream =
        new Stream(response, callback, limits, request.getComponents().getExecutor(), place::close);
    Following following = feeds.follow(token, query.filter(), query.from(), stream);
    var unused = following.ready().whenComplete((nothing, failure) -> {
      if (failure == null) {
        announce(response);
        stream.begin(following);
        beat(stream, clock);
      } else {
        place.close();
        Answers.send(response, Problem.of(failure), callback);
      }
    });
  }

  private static void announce(Response response) {
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/event-stream; charset=utf-8");
    response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
    response.getHeaders().put("X-Accel-Buffering", "no"); // So that a proxy passes it on at once.
  }

  private void beat(Stream stream, Scheduler clock) {
    Runnable again = () -> {
      stream.beat();
      beat(stream, clock);
    };
    if (!stream.isClosed()) {
      clock.schedule(again, times.heartbeat().toMillis(), TimeUnit.MILLISECONDS);
    }
  }
}
