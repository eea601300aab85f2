/**
 * HTTP as RFC 9110 and RFC 9112 have it, byte by byte, to the server and through nginx: {@link isuumo.rfc.HttpIT} goes through
 * the tables, {@link isuumo.rfc.SamePathIT} through paths of no table.
 */
package isuumo.rfc;
