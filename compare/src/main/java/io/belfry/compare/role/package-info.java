/** Those who take part in a trial: they send, receive, ask, answer, push and pull. */
package io.belfry.compare.role;
