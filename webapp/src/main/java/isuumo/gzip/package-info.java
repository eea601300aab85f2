/**
 * Compresses texts that are joined from parts, such as a list's JSON from its rows', in a seventh of the time that zlib's first
 * level takes (JMH, GzipBenchmark). A leaf: knows no HTTP, no SQL, no JSON.
 *
 * <p>What DEFLATE (RFC 1951) spends its time on is done once. {@link isuumo.gzip.GzipCoder#learn} looks at sample parts and
 * learns phrases that many of them share, and Huffman codes for all that will be written. A {@link isuumo.gzip.Part} is
 * coded when it is first asked for: phrases, and ready bits for what is between them. When parts are joined only this is
 * left: has a phrase come before? Then it is a match, whose distance is known now; else it is what it is made of, shorter
 * phrases and ready bits. The CRC-32 is put together from the parts'.
 *
 * <p>Rejected: looking for matches by a hash of their first bytes, at places known beforehand (0.41 of the plain bytes
 * instead of 0.43, but a loop over bytes for each answer); parts deflated on their own (0.82 of the plain bytes: what repeats between
 * parts is lost).
 */
package isuumo.gzip;
