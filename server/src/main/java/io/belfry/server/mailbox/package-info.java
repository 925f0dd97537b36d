/** Mailboxes that want a mail whenever topics change, and whether their owners agree. */
package io.belfry.server.mailbox;
