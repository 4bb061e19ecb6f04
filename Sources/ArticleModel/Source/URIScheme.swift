/// The schemes of URIs that are taken for such; another word before a colon is a prefix of TEI's, or no address at all.
package enum URIScheme {
  /// Schemes in use, of the IANA registry.
  package static let known: Set<String> = [
    "about", "ark", "data", "dav", "doi", "file", "ftp", "ftps", "geo", "git", "gopher", "hdl", "http", "https", "im",
    "imap", "info", "irc", "jar", "ldap", "mailto", "news", "nntp", "oai", "sftp", "sip", "sms", "ssh", "svn", "tag",
    "tel", "telnet", "urn", "ws", "wss", "xmpp",
  ]
}
