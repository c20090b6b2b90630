/** Surnames of China, Japan, Korea and Vietnam in the spellings of English documents: they stand before the given name. */
const chinese = `
Mao Liu Deng Teng Zhou Chou Chiang Jiang Lin Li Zhang Chang Wang Chen Ch'en Huang Zhao Chao Wu Xu Hsu Sun Zhu Chu Ma Hu Guo Kuo He Ho
Gao Kao Luo Lo Zheng Cheng Liang Xie Hsieh Song Sung Soong Tang T'ang Han Feng Deng Cao Tsao Peng P'eng Zeng Tseng Xiao Hsiao Tian Tien
Dong Tung Pan Yuan Cai Tsai Jiang Yu Du Tu Ye Yeh Cheng Wei Lu Ding Ting Ren Jen Shen Yao Cui Zhong Chung Tan Fan Jin Chin Shi Shih Liao
Jia Chia Xia Hsia Fu Fang Bai Pai Zou Tsou Meng Xiong Qin Qiu Jiang Yin Xue Yan Yen Duan Tuan Lei Hou Long Lung Tao Ulanhu Koo Qiao Chiao
Bo Po Geng Keng Kang K'ang Ji Chi Yang Qian Chien Zha Nie Nieh Ouyang Hua Nguyen Ngo Tran Pham Pak Park Kim Rhee Syngman Yi Choe Chun Roh
`;

/** In small letters, without marks. */
export const surnamesFirst: ReadonlySet<string> = new Set(
  chinese.toLowerCase().replace(/'/g, '’').trim().split(/\s+/),
);
