/** A small HTTP/1.1 client that costs little: start at {@link isuumo.bench.http.Network}. */
package isuumo.bench.http;
