using System.Text;
using System.Xml;
using VoldCms.Presentation.Pages;

namespace VoldCms.PublicSite.SearchEngines;

/// <summary>Writes sitemaps and indexes of them.</summary>
/// <seealso href="https://www.sitemaps.org/protocol.html"/>
internal static class SitemapWriter
{
    /// <summary>What the protocol allows in one file.</summary>
    public const int MostEntries = 50_000;

    /// <summary>A quarter of what the protocol allows: no answer of ours is larger than 16 MB.</summary>
    public const int MostBytes = 12 * 1024 * 1024;

    private const string Namespace = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private const string Xhtml = "http://www.w3.org/1999/xhtml";

    /// <summary>The pages of one language, each with the other languages that it is there in, as far as they fit.</summary>
    /// <param name="origin">Scheme and host.</param>
    /// <param name="entries">The first are the surest to be there.</param>
    public static byte[] WritePages(string origin, IEnumerable<SitemapEntry> entries) =>
        Write(
            "urlset",
            (xml, buffer) =>
            {
                xml.WriteAttributeString("xmlns", "xhtml", null, Xhtml);
                foreach (var entry in entries.Take(MostEntries))
                {
                    xml.WriteStartElement("url", Namespace);
                    xml.WriteElementString("loc", Namespace, origin + entry.Languages.First(language => language.IsCurrent).Href);
                    if (entry.ChangedAt is { } changedAt)
                    {
                        xml.WriteElementString("lastmod", Namespace, XmlConvert.ToString(changedAt.UtcDateTime, "yyyy-MM-ddTHH:mm:ssZ"));
                    }

                    foreach (var language in entry.Languages.Length > 1 ? entry.Languages : [])
                    {
                        xml.WriteStartElement("xhtml", "link", Xhtml);
                        xml.WriteAttributeString("rel", "alternate");
                        xml.WriteAttributeString("hreflang", language.Culture.Name);
                        xml.WriteAttributeString("href", origin + language.Href);
                        xml.WriteEndElement();
                    }

                    xml.WriteEndElement();
                    xml.Flush();
                    if (buffer.Length > MostBytes)
                    {
                        break;
                    }
                }
            }
        );

    /// <summary>Where the sitemaps are.</summary>
    /// <param name="addresses">Whole ones.</param>
    public static byte[] WriteIndex(IEnumerable<string> addresses) =>
        Write(
            "sitemapindex",
            (xml, _) =>
            {
                foreach (var address in addresses.Take(MostEntries))
                {
                    xml.WriteStartElement("sitemap", Namespace);
                    xml.WriteElementString("loc", Namespace, address);
                    xml.WriteEndElement();
                }
            }
        );

    private static byte[] Write(string root, Action<XmlWriter, MemoryStream> content)
    {
        using var buffer = new MemoryStream();
        using (var xml = XmlWriter.Create(buffer, new() { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) }))
        {
            xml.WriteStartElement(root, Namespace);
            content(xml, buffer);
            xml.WriteEndElement();
        }

        return buffer.ToArray();
    }
}
