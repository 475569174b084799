// SPDX-License-Identifier: MIT
#include "vr/core/exact.h"

#include <cmath>

namespace vr {
namespace {

/// Taylor's series, enough terms for |x| <= pi/4.
double SinSeries(double x) {
  const double s = x * x;
  double sum = 0;
  for (int n = 17; n >= 3; n -= 2) sum = (1 + sum) * -s / static_cast<double>(n * (n - 1));
  return x * (1 + sum);
}

double CosSeries(double x) {
  const double s = x * x;
  double sum = 0;
  for (int n = 18; n >= 2; n -= 2) sum = (1 + sum) * -s / static_cast<double>(n * (n - 1));
  return 1 + sum;
}

/// Which quarter turn `angle` is nearest to, and what is left over; pi/2 in two parts after Cody
/// and Waite.
double Reduce(double angle, int& quarter) {
  constexpr double kHigh = 1.5707963267341256;  // 33 bits of pi/2
  constexpr double kLow = 6.077100506506192e-11;
  const double turns = std::floor(angle / (kPi / 2) + 0.5);
  quarter = static_cast<int>(turns - 4 * std::floor(turns / 4));
  return (angle - turns * kHigh) - turns * kLow;
}

}  // namespace

double Sin(double angle) {
  int quarter = 0;
  const double x = Reduce(angle, quarter);
  const double value = quarter % 2 == 0 ? SinSeries(x) : CosSeries(x);
  return quarter < 2 ? value : -value;
}

double Cos(double angle) {
  int quarter = 0;
  const double x = Reduce(angle, quarter);
  const double value = quarter % 2 == 0 ? CosSeries(x) : SinSeries(x);
  return quarter == 1 || quarter == 2 ? -value : value;
}

double Asin(double x) {
  if (x >= 1) return kPi / 2;
  if (x <= -1) return -kPi / 2;
  // Near the ends the slope is steep: asin(x) = pi/2 - 2 asin(sqrt((1 - x) / 2)).
  if (x > 0.7) return kPi / 2 - 2 * Asin(std::sqrt((1 - x) / 2));
  if (x < -0.7) return -Asin(-x);
  double angle = x;
  for (int i = 0; i < 6; ++i) angle -= (Sin(angle) - x) / Cos(angle);  // Newton
  return angle;
}

double Exp(double x) {
  constexpr double kLn2 = 0.6931471805599453;
  if (x < -700) return 0;
  if (x > 700) x = 700;
  const double doublings = std::floor(x / kLn2 + 0.5);
  const double rest = x - doublings * kLn2;
  double sum = 1;
  for (int n = 18; n >= 1; --n) sum = 1 + sum * rest / n;
  for (double i = 0; i < doublings; ++i) sum *= 2;
  for (double i = 0; i > doublings; --i) sum /= 2;
  return sum;
}

}  // namespace vr
