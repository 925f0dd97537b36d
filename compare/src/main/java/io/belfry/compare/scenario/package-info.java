/** What is done in a comparison, as files say it: those that come along, and those of users. */
package io.belfry.compare.scenario;
