using Microsoft.AspNetCore.Http;
using VoldCms.Hosting.Compression;

namespace VoldCms.UnitTests.Hosting.Compression;

public sealed class AcceptedEncodingsTests
{
    [Theory]
    [InlineData("gzip, deflate, br", "br")]
    [InlineData("BR;q=0.5, gzip", "br")]
    [InlineData("gzip", "gzip")]
    [InlineData("br;q=0, gzip", "gzip")]
    [InlineData("abrupt", null)]
    [InlineData("identity", null)]
    [InlineData("br;q=0", null)]
    [InlineData("", null)]
    [InlineData(";;,q=", null)]
    public void The_first_that_the_client_takes_is_chosen(string header, string? expected)
    {
        var request = new DefaultHttpContext().Request;
        request.Headers.AcceptEncoding = header;

        Assert.Equal(expected, AcceptedEncodings.FindFirst(request, "br", "gzip"));
    }
}
