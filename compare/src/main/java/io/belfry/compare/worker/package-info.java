/** Those who take part in processes of their own, on this machine or another. */
package io.belfry.compare.worker;
