#pragma once

#include <QColor>

#include <algorithm>
#include <array>
#include <cmath>

namespace Treatybook::Test {

/// How colours look to readers, for palettes to be checked.
enum class Sight { Normal, Protanopia, Deuteranopia, Tritanopia };
inline constexpr std::array AllSights{Sight::Normal, Sight::Protanopia, Sight::Deuteranopia, Sight::Tritanopia};

using Triple = std::array<double, 3>;
using Matrix = std::array<Triple, 3>;

inline Triple times(const Matrix &matrix, const Triple &vector)
{
    Triple result{};
    for (size_t i = 0; i < 3; ++i)
        result[i] = matrix[i][0] * vector[0] + matrix[i][1] * vector[1] + matrix[i][2] * vector[2];
    return result;
}

/// Linear RGB as it is seen. Numbers of severity 1.0 from: G. M. Machado, M. M. Oliveira, L. A. F. Fernandes, A
/// Physiologically-based Model for Simulation of Color Vision Deficiency, IEEE TVCG 15 (6), 2009.
inline const Matrix &simulation(Sight sight)
{
    static constexpr std::array<Matrix, 4> matrices{{
        {{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}},
        {{{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}}},
        {{{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}}},
        {{{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}}},
    }};
    return matrices[static_cast<size_t>(sight)];
}

/// A place in OKLab, in which equal distances look equally large. Numbers from: B. Ottosson, A perceptual color space
/// for image processing, 2020.
inline Triple seenAs(const QColor &color, Sight sight)
{
    const auto linear = [](double channel) {
        return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
    };
    Triple rgb = times(simulation(sight), {linear(color.redF()), linear(color.greenF()), linear(color.blueF())});
    for (double &channel : rgb)
        channel = std::clamp(channel, 0.0, 1.0);
    Triple cones = times({{{0.4122214708, 0.5363325363, 0.0514459929},
                           {0.2119034982, 0.6806995451, 0.1073969566},
                           {0.0883024619, 0.2817188376, 0.6299787005}}},
                         rgb);
    for (double &cone : cones)
        cone = std::cbrt(cone);
    return times({{{0.2104542553, 0.7936177850, -0.0040720468},
                   {1.9779984951, -2.4285922050, 0.4505937099},
                   {0.0259040371, 0.7827717662, -0.8086757660}}},
                 cones);
}

/// About 0.02 is the least that is noticed side by side; black and white are 1 apart.
inline double distance(const QColor &a, const QColor &b, Sight sight)
{
    const Triple first = seenAs(a, sight), second = seenAs(b, sight);
    return std::hypot(first[0] - second[0], first[1] - second[1], first[2] - second[2]);
}

} // namespace Treatybook::Test
