package io.belfry.client.listening;

import io.belfry.service.Cursor;
import io.belfry.service.NotificationService;
import io.belfry.service.Registration;
import io.belfry.service.ServiceException;
import io.belfry.service.ServiceException.Code;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Has the service remember how far a registered subscriber has got. */
final class Keeper {

  /** After these there is nothing left to keep. */
  private static final Set<Code> FINAL =
      EnumSet.of(Code.FENCED, Code.UNKNOWN_SUBSCRIPTION, Code.FORBIDDEN, Code.UNAUTHENTICATED);

  private final Desk desk;
  private final Agenda agenda;
  private final Pace pace;
  private @Nullable Registration registration;
  private @Nullable Cursor remembered;
  private boolean isTelling;

  Keeper(Desk desk, Agenda agenda, Pace pace) {
    this.desk = desk;
    this.agenda = agenda;
    this.pace = pace;
  }

  void keep(Registration claim, Cursor cursor) {
    registration = claim;
    remembered = cursor;
    again(claim);
  }

  /** What is still to be told when the listening ends. */
  Optional<Function<NotificationService, CompletionStage<Void>>> farewell() {
    Registration claim = registration;
    Cursor cursor = desk.cursor();
    return claim == null || !isNews(cursor)
        ? Optional.empty()
        : Optional.of(service -> service.advance(claim, cursor));
  }

  private void again(Registration claim) {
    agenda.at(desk.now() + pace.remember().toNanos(), () -> {
      tell(claim);
      again(claim);
    });
  }

  private void tell(Registration claim) {
    Cursor cursor = desk.cursor();
    if (!isTelling && isNews(cursor)) {
      isTelling = true;
      desk.<Void>ask(service -> service.advance(claim, cursor), (nothing, failure) -> {
        isTelling = false;
        if (failure == null) {
          remembered = cursor;
        } else {
          endIfFinal(Failures.of(failure));
        }
      });
    }
  }

  private boolean isNews(Cursor cursor) {
    return !cursor.equals(remembered) && !cursor.epoch().equals(Progress.NOWHERE.epoch());
  }

  /** Any other failure passes: what could not be told now is told later. */
  private void endIfFinal(ServiceException failure) {
    if (FINAL.contains(failure.code())) {
      desk.end(failure);
    }
  }
}
