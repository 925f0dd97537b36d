package io.belfry.service.protocol;

import io.belfry.service.NotificationService;
import io.belfry.service.Token;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A service at the edge of the protocol, which does what a test tells it to. */
public final class ScriptedService {

  /** What was asked for. */
  public record Call(String method, List<Object> arguments, Optional<Token> token) {}

  /** What comes of it. */
  @FunctionalInterface
  public interface Script {
    CompletionStage<?> perform(Call call) throws Throwable;
  }

  private ScriptedService() {}

  /** One that follows the script for every operation. */
  public static NotificationService following(Script script) {
    return following(script, Optional.empty());
  }

  /** One that answers every operation with this. */
  public static NotificationService answering(Object result) {
    return following(call -> CompletableFuture.completedStage(result));
  }

  private static NotificationService following(Script script, Optional<Token> token) {
    return (NotificationService) Proxy.newProxyInstance(
        ScriptedService.class.getClassLoader(),
        new Class<?>[] {NotificationService.class},
        (proxy, method, arguments) -> {
          if (method.getName().equals("as")) {
            return following(script, Optional.of((Token) arguments[0]));
          }
          List<Object> given = arguments == null ? List.of() : Arrays.asList(arguments);
          return script.perform(new Call(method.getName(), given, token));
        });
  }
}
