package io.belfry.server.mailbox;

import io.belfry.message.Topic;
import io.belfry.server.log.LogEnd;
import io.belfry.server.matching.SharedFilters;
import io.belfry.server.store.Store;
import io.belfry.service.Cursor;
import io.belfry.service.EmailRegistered;
import io.belfry.service.EmailRegistration;
import io.belfry.service.ServiceException;
import io.belfry.service.ServiceException.Code;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;

/**
 * The mailboxes that the service knows. Each that is confirmed is a cursor over the log, from the
 * moment of its confirmation on. Safe for any thread; all operations block, and throw a
 * {@code StoreException} where the database fails.
 *
 * <p>Nobody learns from an answer whether an address was known: it is the same for a new one, for
 * one that is registered already, and for one that has as many registrations as it may have.
 */
public final class Mailboxes {

  private static final String KIND = "mailbox";
  private static final Duration RETRY = Duration.ofHours(1);
  private static final int DELETED_AT_ONCE = 1_000;
  private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,8}(-[0-9A-Za-z]{1,8})*");

  private final Store store;
  private final MailboxConfig config;
  private final InstantSource clock;
  private final SharedFilters filters;
  private final MailboxRows rows;

  /**
   * Opens what the store has.
   *
   * @param store where they are; the log in it has been opened before
   * @param config how they are registered
   */
  public Mailboxes(Store store, MailboxConfig config) {
    this(store, config, InstantSource.system());
  }

  Mailboxes(Store store, MailboxConfig config, InstantSource clock) {
    this.store = store;
    this.config = config;
    this.clock = clock;
    this.filters =
        new SharedFilters(store, KIND, "SELECT id, filter FROM mailbox WHERE confirmed = 1");
    this.rows = new MailboxRows(store.dialect());
  }

  /**
   * Registers an address, or asks for another code if it is not confirmed yet.
   *
   * @param wanted which topics, and where to
   * @return whether the address must be confirmed first
   * @throws ServiceException with {@code BAD_REQUEST} if address or language is none, {@code BUSY}
   *     if there are too many in all
   */
  public EmailRegistered register(EmailRegistration wanted) {
    if (!LANGUAGE.matcher(wanted.language()).matches()) {
      throw new ServiceException(
          Code.BAD_REQUEST, "This is no language; write it as a tag, such as en or pt-BR.");
    }
    EmailRegistration registration = new EmailRegistration(
        wanted.filter(), MailAddress.parse(wanted.address()).text(), wanted.language());
    store.inTransaction(handle -> {
      long version = filters.next(handle);
      requireRoom(handle);
      rows.lock(handle, registration)
          .or(() -> insert(handle, registration))
          .ifPresent(found -> renew(handle, version, found));
      return true;
    });
    filters.expire();
    return new EmailRegistered(config.confirmation());
  }

  /** Also for one that is registered already: who asks must not learn of that. */
  private void requireRoom(Handle handle) {
    if (filters.entries(handle) >= config.inAll()) {
      throw ServiceException.busy(
          "There are as many mailboxes as this service can keep; try again later.", RETRY);
    }
  }

  /** Nothing if the address has as many as it may have. */
  private Optional<Mailbox> insert(Handle handle, EmailRegistration registration) {
    if (rows.count(handle, registration.address()) >= config.forEach()) {
      return Optional.empty();
    }
    filters.grow(handle, 1);
    return Optional.of(rows.insert(handle, registration, LogEnd.in(handle), clock.millis()));
  }

  private void renew(Handle handle, long version, Mailbox mailbox) {
    if (mailbox.isConfirmed()) {
      return;
    }
    if (config.confirmation()) {
      rows.wantCode(handle, mailbox.id(), config.codesForEach());
    } else {
      confirm(handle, version, mailbox);
    }
  }

  private void confirm(Handle handle, long version, Mailbox mailbox) {
    Cursor end = LogEnd.in(handle);
    rows.confirm(handle, mailbox.id(), end);
    filters.add(handle, version, mailbox.id(), mailbox.registration().filter());
  }

  /**
   * The registrations to which a code is to be sent.
   *
   * @param limit how many at most
   * @return them, the oldest first
   */
  public List<Mailbox> awaitingCode(int limit) {
    return store.read(handle -> rows.awaitingCode(handle, limit));
  }

  /**
   * Makes the code that confirms a registration. It can't be had again: only its hash is kept, and
   * codes made before are good no more.
   *
   * @param id of the registration
   * @return the code; nothing if none is wanted
   */
  public Optional<String> issueCode(long id) {
    return store.inTransaction(handle -> {
      ConfirmationCode code = ConfirmationCode.random(id);
      long until = clock.millis() + config.codeLife().toMillis();
      return rows.issue(handle, code, until) ? Optional.of(code.text()) : Optional.empty();
    });
  }

  /**
   * Confirms an address. To do it again, while the code is good, changes nothing and succeeds,
   * since people follow a link twice.
   *
   * @param text the code that was sent
   * @return the registration
   * @throws ServiceException with {@code INVALID_CODE} if the code is wrong or too old
   */
  public EmailRegistration confirm(String text) {
    ConfirmationCode code = ConfirmationCode.parse(text).orElseThrow(Mailboxes::invalid);
    EmailRegistration registration = store.inTransaction(handle -> {
      long version = filters.next(handle);
      Mailbox mailbox =
          rows.lockByCode(handle, code, clock.millis()).orElseThrow(Mailboxes::invalid);
      if (!mailbox.isConfirmed()) {
        confirm(handle, version, mailbox);
      }
      return mailbox.registration();
    });
    filters.expire();
    return registration;
  }

  private static ServiceException invalid() {
    return new ServiceException(
        Code.INVALID_CODE,
        "The code is wrong or too old; register the address again to get another.");
  }

  /**
   * Forgets registrations that nobody has confirmed in time.
   *
   * @return how many
   */
  public int expire() {
    int all = 0;
    int some;
    do {
      some = expireSome();
      all += some;
    } while (some == DELETED_AT_ONCE);
    return all;
  }

  private int expireSome() {
    long before = clock.millis() - config.pendingLife().toMillis();
    return store.inTransaction(handle -> {
      filters.next(handle);
      int forgotten = rows.deletePending(handle, before, DELETED_AT_ONCE);
      filters.grow(handle, -forgotten);
      return forgotten;
    });
  }

  /**
   * How many confirmed addresses want a topic; those confirmed at other servers are counted within
   * a second or so.
   *
   * @param topic the topic in question
   * @return their number
   */
  public long count(Topic topic) {
    return filters.count(topic);
  }

  /**
   * How many confirmed registrations there are; those confirmed at other servers are counted within
   * a second or so.
   *
   * @return their number
   */
  public long count() {
    return filters.size();
  }
}
