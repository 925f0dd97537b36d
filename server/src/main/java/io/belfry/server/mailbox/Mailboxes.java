package io.belfry.server.mailbox;

import io.belfry.message.Topic;
import io.belfry.server.log.LogEnd;
import io.belfry.server.matching.SharedFilters;
import io.belfry.server.store.Store;
import io.belfry.service.EmailRegistered;
import io.belfry.service.EmailRegistration;
import io.belfry.service.MailboxInfo;
import io.belfry.service.MailboxList;
import io.belfry.service.MailboxQuery;
import io.belfry.service.ServiceException;
import io.belfry.service.ServiceException.Code;
import io.belfry.service.Steering;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
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
  private final CodeRequests requests;
  private final Codes codes;

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
    this.requests = new CodeRequests(config);
    this.codes = Codes.of(store);
  }

  /**
   * Registers an address, or asks for another code if it is not confirmed yet.
   *
   * @param wanted which topics, and where to
   * @param source who asks, so that nobody can have a stranger's mailbox filled
   * @return whether the address must be confirmed first
   * @throws ServiceException with {@code BAD_REQUEST} if address or language is none, {@code BUSY}
   *     if there are too many in all
   */
  public EmailRegistered register(EmailRegistration wanted, String source) {
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
          .ifPresent(found -> renew(handle, version, found, source));
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

  private void renew(Handle handle, long version, Mailbox mailbox, String source) {
    if (mailbox.isConfirmed()) {
      return;
    }
    if (!config.confirmation()) {
      confirm(handle, version, mailbox);
    } else if (!mailbox.awaitsCode(clock.millis())
        && mailbox.codes() < config.codesForEach()
        && requests.admit(handle, mailbox.registration().address(), source, clock.millis())) {
      rows.wantCode(
          handle, mailbox.id(), version, clock.millis() + config.codeLife().toMillis());
    }
  }

  private void confirm(Handle handle, long version, Mailbox mailbox) {
    rows.confirm(handle, mailbox.id(), version, LogEnd.in(handle));
    filters.add(handle, version, mailbox.id(), mailbox.registration().filter());
  }

  /**
   * Confirms an address. To do it again, while the code is good, changes nothing and succeeds,
   * since people follow a link twice.
   *
   * @param code what was sent
   * @return the registration
   * @throws ServiceException with {@code INVALID_CODE} if the code is wrong or too old
   */
  public EmailRegistration confirm(String code) {
    long id = Codes.mailbox(code).orElseThrow(Mailboxes::invalid);
    EmailRegistration registration = store.inTransaction(handle -> {
      long version = filters.next(handle);
      Mailbox mailbox = rows.lock(handle, id)
          .filter(found -> found.codeUntil() > clock.millis())
          .filter(found -> Codes.areEqual(code, codes.confirmation(found)))
          .orElseThrow(Mailboxes::invalid);
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
   * Ends a registration. Once it has ended, the code is wrong.
   *
   * @param code what every mail has
   * @return the registration that has ended
   * @throws ServiceException with {@code INVALID_CODE} if the code is wrong
   */
  public EmailRegistration unregister(String code) {
    long id = Codes.mailbox(code).orElseThrow(Mailboxes::unknownCode);
    EmailRegistration registration = store.inTransaction(handle -> {
      long version = filters.next(handle);
      Mailbox mailbox = rows.lock(handle, id)
          .filter(found -> Codes.areEqual(code, codes.leaving(found)))
          .orElseThrow(Mailboxes::unknownCode);
      remove(handle, version, mailbox);
      return mailbox.registration();
    });
    filters.expire();
    return registration;
  }

  private static ServiceException unknownCode() {
    return new ServiceException(
        Code.INVALID_CODE, "The code is wrong, or the registration has ended already.");
  }

  private void remove(Handle handle, long version, Mailbox mailbox) {
    rows.delete(handle, mailbox.id());
    filters.grow(handle, -1);
    if (mailbox.isConfirmed()) {
      filters.remove(handle, version, mailbox.id(), mailbox.registration().filter());
    }
  }

  /**
   * Lists registrations, in the order of their ids.
   *
   * @param query which ones
   * @return a page of them
   */
  public MailboxList list(MailboxQuery query) {
    List<MailboxInfo> found = store.read(handle -> rows.list(handle, query));
    return new MailboxList(
        found.stream().limit(query.limit()).toList(), found.size() > query.limit());
  }

  /**
   * How many mailboxes have stopped, and wait for somebody to look.
   *
   * @return their number
   */
  public long countStopped() {
    return store.read(rows::countStopped);
  }

  /**
   * Does something to a registration by hand.
   *
   * @param id which one
   * @param steering what to do
   * @throws ServiceException with {@code UNKNOWN_MAILBOX} if there is none
   */
  public void steer(long id, Steering steering) {
    store.inTransaction(handle -> {
      long version = filters.next(handle);
      Mailbox mailbox = rows.lock(handle, id)
          .orElseThrow(() -> new ServiceException(
              Code.UNKNOWN_MAILBOX, "There is no mailbox " + id + "; list them to see their ids."));
      switch (steering) {
        case RETRY -> rows.retry(handle, id, version);
        case DROP -> rows.drop(handle, id, version);
        case PAUSE -> rows.pause(handle, id, version, true);
        case RESUME -> rows.pause(handle, id, version, false);
        case REMOVE -> remove(handle, version, mailbox);
      }
      return true;
    });
    filters.expire();
  }

  /**
   * From where on the log may still be needed for a mail.
   *
   * @return an offset; none if no mail is wanted
   */
  public OptionalLong neededFrom() {
    return store.read(rows::neededFrom);
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
      requests.forget(handle, clock.millis());
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
