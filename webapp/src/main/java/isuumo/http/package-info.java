/**
 * What every route needs of HTTP and no feature owns: parameters, bodies, replies, errors. Knows nothing of chairs or
 * estates.
 *
 * <p>{@link isuumo.http.MendedConnection} is where Helidon's HTTP/1.1 is put right, below all routes, and
 * {@link isuumo.http.RequestRules} above them.
 */
package isuumo.http;
