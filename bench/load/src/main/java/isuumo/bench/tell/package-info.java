/** Telling others: a chat's webhook and a metrics service, with what could not be delivered kept for the next time. */
package isuumo.bench.tell;
