/** How fast the notification service is, and what it keeps in memory. */
package io.belfry.benchmark.service;
