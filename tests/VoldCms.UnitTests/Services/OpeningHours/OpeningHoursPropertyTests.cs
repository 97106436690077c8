using System.Text;
using NodaTime;
using VoldCms.Services.OpeningHours;

namespace VoldCms.UnitTests.Services.OpeningHours;

public sealed class OpeningHoursPropertyTests
{
    private static readonly string[] s_tokens =
    [
        "Mo",
        "Fr",
        "PH",
        "SH",
        "-",
        ",",
        ";",
        "||",
        "|",
        ":",
        "08:00",
        "26:00",
        "24:00",
        "2027",
        "Dec",
        "24",
        "Feb",
        "29",
        "week",
        "53",
        "/",
        "2",
        "[",
        "]",
        "easter",
        "days",
        "+",
        "off",
        "open",
        "unknown",
        "\"",
        "24/7",
        " ",
        "ø",
        "\0",
        "00000",
        "99:99",
    ];

    [Fact]
    public void The_parser_answers_random_bytes_and_random_tokens_with_a_value()
    {
        var random = new Random(99);
        var understood = 0;
        for (var i = 0; i < 50_000; i++)
        {
            var text = i % 2 == 0 ? RandomBytes(random) : string.Concat(random.GetItems(s_tokens, random.Next(0, 12)));
            if (OpeningSchedule.Parse(text).TryGet(out var schedule, out var error))
            {
                understood++;
                schedule.PresentationAt(Oslo.At(2027, 3, 28, 12, 0));
            }
            else
            {
                var fault = Assert.IsType<OpeningHoursError>(error);
                Assert.InRange(fault.Position, 0, text.Length);
                Assert.StartsWith(fault.Found, text[fault.Position..], StringComparison.Ordinal);
            }
        }

        Assert.InRange(understood, 100, 50_000);
    }

    [Fact]
    public void A_cut_or_changed_text_is_answered_with_a_value_too()
    {
        var random = new Random(7);
        var generator = new TextGenerator(seed: 7);
        for (var i = 0; i < 5_000; i++)
        {
            var text = new StringBuilder(generator.NextText());
            text[random.Next(text.Length)] = (char)random.Next(32, 127);
            text.Length = random.Next(text.Length + 1);

            var result = OpeningSchedule.Parse(text.ToString());

            Assert.True(result.IsSuccess || result.Error is OpeningHoursError);
        }
    }

    [Fact]
    public void Between_now_and_the_next_change_the_status_is_now_s_and_at_the_change_it_is_another()
    {
        var random = new Random(13);
        var generator = new TextGenerator(seed: 13);
        for (var i = 0; i < 400; i++)
        {
            var text = generator.NextText();
            var schedule = OpeningSchedule.Parse(text).Value;
            var now = Oslo.At(2026, 1, 1, 0, 0) + Duration.FromMinutes(random.Next(3 * 365 * 24 * 60));
            for (var change = 0; change < 20; change++)
            {
                var status = schedule.StateAt(now).Status;
                var next = schedule.NextChange(now);
                var end = next ?? now + Duration.FromDays(OpeningSchedule.HorizonDays);
                Assert.True(end > now, text);
                for (var probe = 0; probe < 5; probe++)
                {
                    var between = now + Duration.FromNanoseconds((end - now).TotalNanoseconds * random.NextDouble());
                    Assert.True(between >= end || status == schedule.StateAt(between).Status, $"{text} at {between}");
                    Assert.True(next is null || between >= end || schedule.NextChange(between) == next, $"{text} from {between}");
                }

                if (next is null)
                {
                    break;
                }

                Assert.NotEqual(status, schedule.StateAt(end).Status);
                Assert.Equal(status, schedule.StateAt(end - Duration.Epsilon).Status);
                now = end;
            }
        }
    }

    [Fact]
    public void A_presentation_holds_until_it_says_and_no_longer_when_it_names_a_change()
    {
        var random = new Random(21);
        var generator = new TextGenerator(seed: 21);
        for (var i = 0; i < 400; i++)
        {
            var text = generator.NextText();
            var schedule = OpeningSchedule.Parse(text).Value;
            var now = Oslo.At(2026, 1, 1, 0, 0) + Duration.FromMinutes(random.Next(3 * 365 * 24 * 60));

            var presentation = schedule.PresentationAt(now);

            Assert.True(presentation.ValidUntil > now, text);
            Assert.Equal(presentation.Kind, schedule.PresentationAt(presentation.ValidUntil - Duration.Epsilon).Kind);
            if (presentation.Kind is OpeningPresentationKind.OpenUntil or OpeningPresentationKind.ClosesSoon)
            {
                Assert.NotEqual(presentation.Kind, schedule.PresentationAt(presentation.ValidUntil).Kind);
                Assert.NotEqual(OpeningStatus.Open, schedule.StateAt(Assert.NotNull(presentation.At)).Status);
            }
        }
    }

    private static string RandomBytes(Random random)
    {
        var bytes = new byte[random.Next(0, 40)];
        random.NextBytes(bytes);
        return Encoding.Latin1.GetString(bytes);
    }
}
