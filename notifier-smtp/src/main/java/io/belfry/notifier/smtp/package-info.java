/**
 * Mails: what they say, and how they get to a mail server.
 *
 * <p>{@code SmtpNotifier} has a few {@code Line}s, each a thread with a connection of its own; the
 * {@code Scribe} writes what goes over them, from {@code Templates}.
 */
package io.belfry.notifier.smtp;
