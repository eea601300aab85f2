/**
 * What every route needs of HTTP and no feature owns: parameters, bodies, replies, errors. Knows nothing of chairs or
 * estates.
 */
package isuumo.http;
