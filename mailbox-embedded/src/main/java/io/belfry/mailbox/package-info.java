/**
 * A mailbox in the process, for demonstrations and for tests by hand: it takes mails from this
 * machine to whomever, keeps the last ones as files, and tells what is in them.
 */
package io.belfry.mailbox;
