/** Which of many filters want a topic. */
package io.belfry.server.matching;
