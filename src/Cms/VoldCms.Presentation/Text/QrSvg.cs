using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using QRCoder;

namespace VoldCms.Presentation.Text;

/// <summary>An address as a QR code: one SVG with one path, without style attributes, which the site's policy forbids.</summary>
public static class QrSvg
{
    /// <summary>The quiet zone around the code is part of the picture: without it cameras miss the corners.</summary>
    /// <param name="address">What is read from it.</param>
    /// <param name="label">What it is, for those who do not see it.</param>
    public static IHtmlContent Render(string address, string label)
    {
        using var code = QRCodeGenerator.GenerateQrCode(address, QRCodeGenerator.ECCLevel.M);
        var modules = code.ModuleMatrix;
        var path = new StringBuilder();
        for (var row = 0; row < modules.Count; row++)
        {
            for (var column = 0; column < modules.Count; column++)
            {
                if (!modules[row][column])
                {
                    continue;
                }

                var start = column;
                while (column + 1 < modules.Count && modules[row][column + 1])
                {
                    column++;
                }

                var width = column - start + 1;
                path.Append(CultureInfo.InvariantCulture, $"M{start} {row}h{width}v1h-{width}z");
            }
        }

        return new HtmlString(
            string.Create(
                CultureInfo.InvariantCulture,
                $"""<svg class="qr" viewBox="0 0 {modules.Count} {modules.Count}" role="img" """
                    + $"""aria-label="{HtmlEncoder.Default.Encode(label)}" shape-rendering="crispEdges">"""
                    + $"""<rect width="{modules.Count}" height="{modules.Count}" fill="#fff"/><path d="{path}"/></svg>"""
            )
        );
    }
}
